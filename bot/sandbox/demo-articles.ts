import { type CastMember, cast } from './demo-cast.js';
import type { PlayLine } from './demo-thread.js';

/** Articles of the demo's managers, as they typed them. */
const lines: [by: string, line: string][] = [
  [
    'zhou',
    `文章 凌峰怎么打
凌峰报价通常比我们低两成，但实施要三个月，培训另外收费。
先问客户什么时候要上线，再一起算三年总成本。
不当面说他们不好，请客户去同行现场看一次。 #竞品 竞品=凌峰`,
  ],
  [
    'zhou',
    `文章 需求确认这一步怎么走
把人数、现有系统、上线时间、预算和谁拍板都问到，问到一条记一条。
整理成一页需求清单，请客户回复确认；没有确认，不出方案。
对方说不清预算时，给三个档位让他选。 #打法 >需求确认`,
  ],
  [
    'zhou',
    `文章 谈判签约的打法
让步要换东西：减价就缩短账期，或者加一年维保。
付款标准是 3-5-2，国企可以 0-8-2，但要有盖章的验收标准。
50 万以上先找经理放行，再给客户书面报价。 #打法 >谈判签约`,
  ],
  [
    'lin',
    `文章 客户嫌贵的三种回应
先弄清楚是预算不够，还是觉得不值。
觉得不值：把每个月省下的人工算给他看。
预算不够：减模块，不减单价；九折以内自己定，再低要经理同意。 #异议`,
  ],
  [
    'lin',
    `文章 第一次拜访提纲
先聊现状：现在用什么、谁在用、哪里最费时间。
再问为什么现在想换。
走之前约好下一次的时间和人，当场记下来。 #入门`,
  ],
  [
    'zhou',
    `文章 产品一页纸
ERP 标准版：进销存、财务、排产，含 20 个账号，六周上线。
CRM 专业版：线索分配、公海、移动审批，适合 30 人以上的团队。
数据平台：对接用友、金蝶、SAP，一个系统五人天。 #入门`,
  ],
];

/** Plays the managers writing down what the team knows. */
export async function writeArticles(say: PlayLine): Promise<void> {
  for (const [by, line] of lines) await say(cast.find(({ id }) => id === by) as CastMember, line);
}
