/** What is to become of a deal, said behind its name or in place of one: "close", 签 ("sign"), 春节前拿下 ("won by New Year"). */
const ending =
  /(?:^|[\s,，]+)(?:(?:之?前|底|初)?(?:要|得|能|争取|预计)?(?:签下来?|签约|签|拿下|成交|关单|结单)|(?:to )?(?:be )?(?:clos(?:e[sd]?|ing)|sign(?:ed|ing)?|won)(?: by| end| at| on)*)[\s,，]*$/iu;

/** What only calls the amount that followed: 预算 ("budget"), "worth". */
const ofAmount =
  /[\s,，]+(?:总?预算|总?金额|报价|总?价格?|大概|大约|差不多|budget|amount|worth|about|around|roughly)[\s,，:：]*$/iu;

/** The name of a deal in the words behind its customer, or undefined if they only say what is to become of it. */
export const dealNameIn = (words: string | undefined): string | undefined =>
  words?.replace(ofAmount, '').replace(ending, '').replace(ofAmount, '').trim() || undefined;
