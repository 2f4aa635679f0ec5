import { holdsMarkup } from '../../kernel/words/typed-markup.js';

/** Longest name of a customer: Chinese characters, letters, words. */
const longest = { han: 14, letters: 48, words: 7 };

/** Marks that stand in sentences, not in names. */
const marks = /[。？?！!；;：:，\n…"“”「」]|,(?!\s?\p{Lu})|\.\s/u;

/** Words of sentences: pronouns, days, questions, things done or to be done. */
const hanWords =
  /嗯|呃|噢|恭喜|祝贺|辛苦|加油|好样|左右|那个|然后|完成|逾期|批了|[一二三四五六七八九十百千两\d]万|T-\d|[我你您他她它咱谁哪吗呢啥]|了$|了(?!解|望|然)|[吧啊呀哈]$|一下|怎么|什么|多少|几[个家条天次]|[今明昨后前]天|[上下这本]周|周[一二三四五六日]|星期|[早晚]上|[上下]午|月[底初末]|\d+[月号点日]|没|看看|问问|催催|查查|核[对实]|不(?:是|要|去|对|用|想|能|会|行|了|再)|都|[别把让请帮催]|再(?!生)|提醒|记得|安排|拜访|电话|打算|准备|聊|谈(?!判)|觉得|希望|可以|应该|已经|刚|还(?:是|要|有|在|没)|如果|假如|要是|因为|所以|但是|先(?=\p{Script=Han}{3})|发给|送给|推进|撤|删|改(?:成|到|为)|的$/u;
/** What one sends and discusses, which is nobody's name: 接口文档 ("interface documents"). */
const hanThings =
  /(?:文档|资料|合同|方案|报价单?|发票|文件|样品|需求|接口|清单|名单|邮件|手机号?|账号|预算|价格|进度|问题|演示|待办|商机|线索|周报|联系人)$/u;
const latinWords =
  /(?:^|[\s'])(?:i|i'm|im|you|he|she|they|we|it|them|him|her|me|us|my|your|his|their|our|is|are|was|were|would|should|could|do|does|did|don't|didn't|have|has|had|what|what's|whats|who|how|when|where|why|which|not|no|yes|please|today|tomorrow|yesterday|tonight|next|last|this|that|monday|tuesday|wednesday|thursday|friday|saturday|sunday|went|visited|called|met|sent|wants|want|needs|asked|said|says|told|going|visiting|calling|sending|remind|undo|delete|log|if|because|about|with|from|to|re|both|neither|none|everyone|everybody)(?:$|[\s',])/iu;

/** Nouns of everyday and of selling, which are nobody's name: "behind on visits", "month". */
const noun =
  '(?:(?:day|week|month|quarter|year|morning|afternoon|visit|call|deal|lead|customer|client|account|contact|task|to-?do|reminder|note|log|meeting|demo|quote|contract|invoice|proposal|sample|brochure|payment|report|figure|number|target|quota|goal|rank|stage|step|activit|follow-?up|opportunit|rep|manager|colleague|person|name|thing|one|list|loss|win|price|amount|discount|question|problem|issue|update|email|mail|message|activity|opportunity|salesperson|reason|record)(?:s|ies|es)?|people|pipeline|forecast|funnel|ranking|leaderboard|revenue|sales|team|business|money|budget|stuff|everything|nothing|anything|everybody|everyone|nobody|anybody|someone|somebody|status|progress|help)';
const onlyNouns = new RegExp(
  `^(?:(?:the|a|an|all|any|some|new|open|old|late|big|more|most|best) )*${noun}$`,
  'iu',
);
/** In small letters: a phrase that ends in such a noun, or has a word of place or measure in it. */
const phrase = new RegExp(
  `^[^\\p{Lu}\\d]*(?:\\b${noun}|\\b(?:behind|on|at|by|per|than|over|under|off|out|up|down|into|ahead|versus|vs) [^\\p{Lu}\\d]+)$`,
  'u',
);

/** Whether the words read as a sentence rather than as what something is called. */
export const readsAsSentence = (words: string): boolean =>
  marks.test(words) || (/\p{Script=Han}/u.test(words) ? hanWords : latinWords).test(words);

/** Whether the words may be what a company or a person is called, and are no sentence, day or thing. */
export function isNameLike(words: string): boolean {
  const name = words.trim();
  const han = name.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (!/\p{L}/u.test(name) || holdsMarkup(name) || han > longest.han || name.length > longest.letters)
    return false;
  if (name.split(/\s+/).length > longest.words || marks.test(name)) return false;
  return han > 0
    ? !hanWords.test(name) && !hanThings.test(name)
    : !latinWords.test(name) && !/'s$/u.test(name) && !onlyNouns.test(name) && !phrase.test(name);
}
