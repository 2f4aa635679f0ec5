import { bareOrder, orderText } from '../correction/plain-order.js';

/** The answer that was shown last: 这个, 这份名单 ("this list"), "that report". */
const shownHan =
  '(?:(?:刚才|上面|前面)的?)?(?:(?:这|那)(?:个|份|张|条|些)?|它)?(?:列表|名单|清单|报表|报告|周报|日报|月报|漏斗|排行榜?|预测|结果|数据|内容|卡片|图表?|答案)?';
const groupHan =
  '(?:(?:我们|咱们|销售|团队|工作|大)?群(?:里面?|聊)?|频道|大家|所有人|团队(?:里)?|全员|大伙(?:儿)?)';
const wishHan = new RegExp(
  `^(?:把|将)?${shownHan}(?:也|都|直接|一起|给我)?(?:发送|发|分享|共享|转发?|同步|贴|推送|公开|晒|放|甩|丢)(?:一下)?(?:到|给|在|进|去|至)?${groupHan}(?:(?:给|让)?(?:大家|他们)?(?:都|也)?(?:看看|看一下|瞧瞧)|去)?$|^(?:给|让)(?:大家|大伙|所有人|群里)(?:也|都)?看(?:看|一下|一看)?(?:这个|这份)?$|^(?:分享|公开)(?:一下|出去)?$`,
  'u',
);

const shown =
  '(?:this|it|that|these|those|(?:this|that|the)(?: last)? (?:one|list|report|card|answer|chart|funnel|forecast|ranking|result|results|table|view|numbers?|figures?|board))';
const group =
  '(?:the |our |this |my )?(?:(?:sales |whole |entire )?(?:group|channel|team|room|chat)(?: chat| channel)?|everyone|everybody|all(?: of (?:them|us))?|others|here)';
const wish = new RegExp(
  `^(?:share|post|send|show|put|publish|forward|drop|paste) (?:${shown} )?(?:out )?(?:with|to|in|into|on|for)? ?${group}$|^(?:share|post|publish) ${shown}(?: publicly)?$|^make ${shown} (?:public|visible(?: to (?:all|everyone|everybody|the (?:group|channel|team)))?)$|^let (?:everyone|everybody|the (?:group|channel|team)|them all) see ${shown}$`,
  'iu',
);

/** Longest line read as such a wish, in characters. */
const longest = 50;

/** Whether a line wants the answer shown last posted to the group: 把这个发到群里, "share this with the group". */
export function sharesAnswer(line: string): boolean {
  const text = orderText(line);
  if (text.length > longest || /吗[?？]?$|^(?:did|do|does|should|shall)\b/iu.test(text)) return false;
  const order = bareOrder(text);
  return wishHan.test(order) || wish.test(order);
}
