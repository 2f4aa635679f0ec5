/** Says whose the words are that wait: 银狐的 ("Yinhu's"), 对，记到星河 ("yes, put it on Xinghe"), "put it on Harbor Dental". */
const forms = [
  /^(?:对|是|嗯|好的?|ok)?[,，\s]*(?:就|都|给我)?记(?:到|在)(?<name>[^,，。]{2,20}?)(?:那边|名下|上|里|头上|下面)?(?:吧|就行|啊)?[。.!！]*$/iu,
  /^(?:那?是|就是)?(?<name>[^,，。]{2,20}?)的(?:事儿?)?(?:啊|呀)?[。.!！]*$/u,
  /^(?:yes,? |yep,? |ok,? )?(?:put|log|save) (?:it|that|this) (?:on|to|under|for|at) (?<name>[^,.]{2,40}?)[.!]*$/iu,
  /^(?:it's|that's|that was|it was) (?:for |about |from )?(?<name>[^,.]{2,40}?)(?:'s)?[.!]*$/iu,
];

/** The name of the customer to whom a line gives the words that wait, or undefined if it says anything else. */
export const customerTold = (line: string): string | undefined =>
  forms.map((form) => form.exec(line.trim())?.groups?.name).find((name) => name !== undefined);
