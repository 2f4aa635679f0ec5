const opening = /^(?:(?:那|好的?|行|嗯+|ok|okay|没人(?:跟|管)的话|要不|还是)[\s,，]*)*/iu;
const ending = /[\s,，。.!！~]*(?:吧|哈|啦|了|呗|哦|嘛)*[\s。.!！~]*$/u;
const thing =
  '(?:(?:这|那)?(?:一)?(?:个|家|条|笔)?(?:单子?|客户|商机|线索|项目)|这家|那家|这个|那个|它|他们)';
const takes = '(?:来)?(?:跟进?|负责|接手?|认领|抢|要|盯)';

const forms = [
  // 星河这单我来跟, 这单我跟了, 这个客户归我 ("I'll take this one").
  new RegExp(
    `^(?<name>.{0,12}?)(?:的|那边的?)?${thing}(?:就|先|可以|让|由|归|还是)*我(?:们)?(?:来)?(?:${takes})?$`,
    'u',
  ),
  // 我来跟这单, 我接这个客户.
  new RegExp(`^(?:让|就|还是|由)?我(?:想|要|可以|能)?${takes}(?<name>.{0,12}?)(?:的|那边的?)?${thing}$`, 'u'),
  // 我来跟, 我来接手.
  /^(?:让|就|还是|由)?我来(?:跟进?|负责|接手?)(?:一下)?$/u,
];

/**
 * Reads a wish to take over a customer, deal or lead: 这单我来跟 ("I'll take this deal"), with the name that was said or ''.
 * Undefined if the line says anything else.
 */
export function claimWish(line: string): { name: string } | undefined {
  const text = line.trim().replace(opening, '').replace(ending, '');
  if (text.length > 30 || /[?？吗]|\d|[,，]/u.test(text)) return undefined;
  for (const form of forms) {
    const found = form.exec(text);
    if (found) return { name: found.groups?.name?.trim() ?? '' };
  }
  return undefined;
}
