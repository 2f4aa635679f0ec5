import { afterEach, expect, test } from 'vitest';
import type { Locale } from '../../texts/languages.js';
import { updateTeam } from '../support/change-rows.js';
import { everyNth } from '../support/runs.js';
import { printed, type World, world } from '../support/world.js';

let w: World;
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

/** Lines that are refused or asked about, each for another reason; names in them are in the reader's own language. */
const refused: Record<Locale, string[]> = {
  en: [
    ...[
      'lead',
      'log',
      'log Acme',
      'move',
      'move Nobody',
      'move D-9',
      'move Acme to nowhere',
      'deal',
      'deal Acme lots',
    ],
    ...[
      'won',
      'won D-9',
      'won Acme',
      'lost Acme',
      'lost Acme because',
      'lost',
      'edit D-1',
      'edit D-1 tomorrow',
      'claim L-9',
    ],
    ...[
      'claim',
      'assign D-1 Zelda',
      'assign',
      'handover Zelda Tom',
      'target',
      'target Zelda 20k',
      'target this month lots',
    ],
    ...[
      'forecast Mars',
      'funnel q9',
      'rank Mars',
      'weekly Mars',
      'report @never',
      'explain',
      'explain won',
      'explain conversion',
    ],
    ...[
      'history',
      'history D-99',
      'done',
      'done T-9',
      'snooze T-9',
      'plan',
      'plan Acme',
      'plan D-1 someday',
      'approve',
      'reject D-1',
    ],
    ...[
      'customer',
      'customer C-9',
      'merge C-1',
      'merge C-1 C-9',
      'tag C-1',
      'delete L-9',
      'reopen D-1',
      'mute',
      'mute forever',
    ],
    ...[
      'language',
      'language Klingon',
      'role',
      'role Zelda king',
      'team',
      'team Mars',
      'bind',
      'bind Mars',
      'link 000',
      'setup 000',
    ],
    ...[
      'quote',
      'contract Q-9',
      'payment Acme',
      'export',
      'export Mars',
      'slice',
      'slice of nothing',
      'alerts',
      'process',
      'rules',
    ],
    ...[
      'article',
      'article A-9',
      'ask',
      'pool Mars',
      'release D-1',
      'release',
      'undo',
      'leave',
      'leave never',
      'call-me <x>',
    ],
    ...[
      'my deals blue',
      'Zelda deals',
      'customers blue',
      'board blue',
      'step D-1',
      'step D-1 nothing',
      'share',
      'dispute',
      'request D-1',
    ],
  ],
  zh: [
    ...[
      '线索',
      '跟',
      '跟 星河科技',
      '推',
      '推 没有',
      '推 D-9',
      '推 星河科技 火星',
      '商机',
      '商机 星河科技 很多',
      '赢',
      '赢 D-9',
    ],
    ...[
      '输',
      '输 星河科技',
      '输 星河科技 因为',
      '改 D-1',
      '改 D-1 明天',
      '抢 L-9',
      '抢',
      '派 D-1 张三',
      '派',
      '交接 张三 李四',
    ],
    ...[
      '目标',
      '目标 张三 20万',
      '目标 本月 很多',
      '预测 火星',
      '漏斗 第九季',
      '排行 火星',
      '周报 火星',
      '周报 @从不',
      '解释',
    ],
    ...[
      '解释 赢单金额',
      '解释 转化率',
      '历史',
      '历史 D-99',
      '完成',
      '完成 T-9',
      '延 T-9',
      '约',
      '约 星河科技',
      '约 D-1 某天',
      '批',
    ],
    ...[
      '驳回 D-1',
      '客户',
      '客户 C-9',
      '合并 C-1',
      '合并 C-1 C-9',
      '标签 C-1',
      '删 L-9',
      '重开 D-1',
      '静音',
      '静音 永远',
      '语言',
    ],
    ...[
      '语言 克林贡',
      '角色',
      '角色 张三 国王',
      '团队',
      '团队 火星',
      '绑群',
      '绑群 火星',
      '绑定 000',
      '报价',
      '合同 Q-9',
      '回款 星河科技',
    ],
    ...[
      '导出',
      '导出 火星',
      '切片',
      '提醒',
      '规则',
      '文章',
      '文章 A-9',
      '问',
      '公海 火星',
      '释放 D-1',
      '释放',
      '撤',
      '请假',
      '请假 从不',
    ],
    ...[
      '我叫 <x>',
      '我的商机 蓝色',
      '张三的商机',
      '我的客户 蓝色',
      '看板 蓝色',
      '步骤 D-1',
      '共享',
      '争议',
      '申请 D-1',
    ],
  ],
};

/** What stands in a card in the other language. */
const foreign: Record<Locale, RegExp> = {
  en: /[\p{Script=Han}，。：；？！「」（）、]+/u,
  zh: /(?<![\w@<#-])[a-z]{3,}(?: [a-z]+)*/u,
};

test.each(['en', 'zh'] as const)('a refusal is said in the language of its reader (%s)', async (locale) => {
  w = await world({ locale });
  await w.store.tx(async (tx) => {
    await updateTeam(tx, w.east.id, { name: locale === 'en' ? 'East' : '华东' });
  });
  const admin = await w.admin(locale === 'en' ? 'Rob Dale' : '陈晨');
  const rep = await w.rep(locale === 'en' ? 'Amy Chen' : '李雷');
  await rep.says(locale === 'en' ? 'deal Acme 20k' : '商机 星河科技 20万');
  const mixed: string[] = [];
  for (const who of [rep, admin])
    for (const line of everyNth(refused[locale], 8)) {
      const { cards } = await who.says(line);
      // What people typed stays as it is, and a language is called by its own name.
      const said = [line, ...line.split(' '), '中文', 'English'].reduce(
        (left, word) => left.replaceAll(word, ''),
        cards.map(printed).join('\n'),
      );
      const other = foreign[locale].exec(said);
      if (other) mixed.push(`${line} → ${said.split('\n').find((one) => one.includes(other[0]))}`);
      await who.says(locale === 'en' ? 'cancel' : '取消');
    }
  expect(mixed).toEqual([]);
});
