import { normalise } from '../../kernel/words/folding.js';

/** Words before an order that say nothing of it: surprise, apology, courtesy. */
const opening =
  /^(?:(?:ok(?:ay)?|oh|ah|er|u[mh]+|hmm*|hm|well|so|right|wait|hang on|hold on|sorry|oops|whoops|oopsie|shoot|damn|argh|ugh|hey|lol|yeah|yes|no(?:pe)?|nah|you know what|never ?mind|nvm|my (?:bad|mistake)|just|and|but|then|also|actually|please|pls|kindly|let'?s|i(?:'m| am) afraid|i do apologi[sz]e|i apologi[sz]e|my apologies|apologies|(?:i'?m )?(?:so |very )?sorry to (?:be a (?:nuisance|pain)|bother you)|if (?:it isn't|it's not|it is not) too much (?:trouble|bother)|(?:can|could|would|will) you|(?:i'd|i would) like (?:you )?to|i (?:want|need) to)(?=[\s,.!]|$)|啊|哦(?!不)|喔|呃|嗯|唉|哎呀?|擦|靠|糟糕?|嗨|哈哈+|等等|等[一]?下|不好意思|抱歉|对不起|麻烦(?:您|你)?|请(?!假)(?:您|你)?|帮忙|帮我|给我|那个(?=[,\s])|算了|好[的吧]?(?=[,\s])|你)[\s,.!。]*/iu;

/** Words after an order that say nothing of it. */
const closing =
  /[\s,.!。]*(?:\b(?:please|pls|then|now|for me|thanks?|thank you|thx|cheers|again|instead|after all|lol|haha|sorry|ok|okay)|谢谢|谢了|哈+|吧|啊|呀|呗|哦|喔|啦|嘛)$/iu;

/** Whether the words ask whether or how, instead of ordering: 怎么撤回 ("how do I undo"), "can I take that back?" */
const asks =
  /怎么|如何|怎样|能不能|可不可以|要不要|是不是|会不会|吗[?？]?$|么[?？]$|^(?:how|why|what|when|who|which|where|can i|could i|may i|should|shall|do i|does|did|is|are|was|were|will it)\b/iu;
const asksYou = /\b(?:can|could|would|will) you\b/iu;

/** Words of somebody else's wish or saying: what they want changed is news, no order. */
export const isReported = (words: string): boolean =>
  /(?:说(?!错)|要求|希望|想要?|打算|建议|通知|告诉|让我|叫我|问|提出|提议|答应|同意|觉得|认为|嫌)|对方|[他她]们?|客户(?!错|名|搞|记|写|弄)|[总工](?=[说想要让])|\b(?:says?|said|saying|wants?|wanted|asks?|asked|told|tells?|hopes?|would like|'d like|prefers?|insists?|agreed|thinks?|they(?:'re|'ve|'d)?|he(?:'s|'d)?|she(?:'s|'d)?|client|customer)\b/iu.test(
    words,
  );

/** A line for the readers of orders: half-width, one space between words. */
export const orderText = (line: string): string => normalise(line).replace(/\s+/gu, ' ').trim();

/** Whether the line asks a question instead of giving an order. */
export const isAsking = (text: string): boolean =>
  asks.test(withoutOpening(text)) || (/[?？]$/u.test(text) && !asksYou.test(text));

/** Drops the words before the order. */
export function withoutOpening(text: string): string {
  let left = text.trim();
  for (let said = opening.exec(left); said && said[0] !== ''; said = opening.exec(left))
    left = left.slice(said[0].length);
  return left;
}

/** Drops courtesies on both sides of an order. */
export function bareOrder(text: string): string {
  let left = withoutOpening(text.replace(/[?？!！.。~…]+$/u, ''));
  for (let said = closing.exec(left); said && said.index > 0; said = closing.exec(left))
    left = left.slice(0, said.index);
  return left.trim();
}

const ends = /(?<!\d)[,.](?=\s|\D|$)|(?<=\d)[,.](?!\d)|[;。!?！？；…~\n]+/u;

/** Splits a line at its marks, never within a number. */
export const orderParts = (text: string): string[] =>
  text
    .split(ends)
    .flatMap((part) => part.split(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u))
    .map((part) => part.trim())
    .filter((part) => part !== '');
