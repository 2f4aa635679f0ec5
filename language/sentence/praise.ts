import { literalPattern } from '../../kernel/words/literal-pattern.js';

/** Speaks to all colleagues: 大家学学 ("learn from that, everybody"), 鼓鼓掌 ("a round of applause"). */
const toAll =
  /(?<![让叫请说问给跟和得]|通知|告诉|觉得)(?:大家|各位|兄弟们|伙伴们|同志们|姐妹们|小伙伴们?|你们)(?:伙)?(?:都|也|多|要|一起|得|应该|可以|好好|以后|再|就|快|给[^,。]{1,4}?)*(?:学|像|向|鼓|加油|努力|看齐|辛苦|点|庆祝|恭喜|祝贺|抓紧|注意|有[^,。]{1,6}[喝吃]|[喝吃])|鼓鼓?个?掌|(?:^|[,，。!！\s])(?:要|得|特别|重点|必须|提出)*表扬|点个?赞|再接再厉|继续保持|好样的|值得(?:学习|表扬)|大家伙儿?|看看人家|\b(?:well done|good job|great (?:job|work)|nice (?:work|one)|kudos|hats off|learn from|round of applause|shout ?-?out|props to|that's how (?:it's|you) (?:done|do it)|keep it up|proud of)\b/iu;

/** Praises one who is named: 向李雷学习, 韩梅牛啊, 李雷辛苦了. */
const ofOne = (name: string): RegExp => {
  const called = literalPattern(name);
  return new RegExp(
    `(?:向|学学?|学习|学一?下|像|辛苦|感谢|谢谢|恭喜|祝贺)(?:一下)?(?:人家)?${called}|(?:跟|看看|多看看?)(?:人家)?${called}(?:学|看齐|怎么|是怎么)|${called}(?:[^,，。]{0,8}?)(?:辛苦|牛|厉害|真?棒|好样|给力|干得|做得(?:好|不错|漂亮)|得不错|得漂亮|漂亮|可以啊|太强|加鸡腿|赞|威武)`,
    'iu',
  );
};

/**
 * Whether words about a customer are said to colleagues to praise or spur them on: 星河预算批了是好事，大家学学李雷 ("good that
 * Xinghe has its budget, learn from Li Lei"). The news in them is somebody else's.
 */
export const praisesColleagues = (text: string, colleagues: readonly string[]): boolean =>
  toAll.test(text) || colleagues.some((name) => ofOne(name).test(text));
