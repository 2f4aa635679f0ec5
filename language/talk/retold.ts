/** Says that it was told before: "as I said", 刚说了, 如前所述 ("as mentioned"). */
const before =
  /^\W*(?:(?:so|and|well|but|yes|yeah|ok|again)[\s,]+)*(?:as|like)(?: \w+)? (?:i|we)(?:'ve| have)?(?: just| already)? (?:said|mentioned|told|wrote|logged|noted)\b|\b(?:i|we)(?:'ve| have)?(?: just| already)+ (?:said|mentioned|told|logged)\b|\b(?:as (?:mentioned|noted|reported)|once (?:again|more)|same as (?:before|above|earlier)|did you get (?:that|it))\b|(?:我)?(?:刚才?|刚刚|前面|之前|上面|早上|已经)(?:就|都|已经?)?(?:说|讲|提|报|记|汇报)(?:了|过)|(?:刚才|刚刚|前面|之前)(?:说|讲|提|记)的|如(?:前|上)所述|再说一[遍次]|重复一[遍次下]|(?:就是|还是)(?:刚才|上面|那次)/iu;

/** Whether the words say that the same was told before. */
export const isRetold = (words: string): boolean => before.test(words);
