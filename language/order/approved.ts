import { bareOrder, isAsking, orderText } from '../correction/plain-order.js';

const yes = '(?:(?:好的?|行|嗯+|可以|没问题|ok|okay|fine|yes|sure)[,，!！。\\s]*)*';
const name = '(?<name>[^,，。!！]{0,24}?)';
const forms = [
  new RegExp(
    `^${yes}${name}(?:这单|那单|这个单?|那个单?|的?(?:放行)?申请)?(?:我|我这边)(?:就|先|已经)?(?:批|批准|同意|放行)了?$`,
    'iu',
  ),
  new RegExp(
    `^${yes}(?:我)?(?:同意|批准|准许)?(?:给|让|把)?${name}(?:这单|那单|这个单?|那个单?|的?申请)?放行(?:了|一下)?$`,
    'iu',
  ),
  new RegExp(`^${yes}我(?:批|批准|同意)了?${name}(?:这单|那单|的?(?:放行)?申请)?了?$`, 'iu'),
  new RegExp(
    `^${yes}(?:i approve|i(?:'m| am) approving|approved:?|i(?:'ve| have) approved)(?: of)? ?(?:the )?${name}(?: deal| request)?$`,
    'iu',
  ),
  new RegExp(`^${yes}(?:the )?${name}(?: deal| request)? (?:is )?approved(?: by me)?$`, 'iu'),
];

/** Reads that the speaker approves a deal's request: 好的宏达我批了 ("fine, I approve Hongda"). The name is '' for the deal that is talked about. */
export function readApproved(line: string): string | undefined {
  const text = orderText(line);
  if (text.length > 40 || isAsking(text)) return undefined;
  const said = bareOrder(text);
  for (const form of forms) {
    const found = form.exec(said)?.groups?.name;
    if (found !== undefined) return found.replace(/的$/u, '').trim();
  }
  return undefined;
}

const waiting =
  /^(?:看看?|查看?|列出?|现在|目前|我)*(?:(?:有没有|还有|有)?(?:什么|啥|哪些|多少|几[个件条单])?(?:单子?|商机|申请|审批)?(?:是|在)?(?:要|需要|等着?|待|该)(?:我)?(?:来|去)?(?:审批|批准|批|审核|放行|同意|拍板)(?:的)?(?:单子?|商机|申请|事项?|东西)?(?:有?(?:哪些|几[个件条单]|多少|啥|什么))?|(?:我的)?审批(?:列表|清单|事项|申请)?(?:有?(?:哪些|几[个件条单]|多少))?|(?:还有|有没有|有)(?:什么|啥|哪些|几[个件条单])?(?:审批|申请)(?:没批|没处理)?)(?:的|吗|呢|啊|没有?|没批)*$/u;
const waitingLatin =
  /^(?:(?:is there |do i have |have i got )?anything (?:for me )?to approve|(?:what|which deals?|who)(?:'s| is| are)? ?(?:needs?|waits? for|waiting for|awaiting|pending) (?:my )?approval|(?:my |the |all |show |list )*(?:pending|open|waiting) approvals|approvals(?: waiting| pending)?|what do i (?:have to|need to) approve)$/iu;

/** Whether a line asks what waits to be approved: 有啥要我批的 ("anything for me to approve"), 待审批, "pending approvals". */
export function asksForApprovals(line: string): boolean {
  const text = orderText(line).replace(/[?？!！.。]+$/u, '');
  return (
    text.length <= 30 &&
    /有|我|待|哪|几|多少|看|列|单$|事项|[a-z]/iu.test(text) &&
    (waiting.test(text) || waitingLatin.test(text))
  );
}
