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
