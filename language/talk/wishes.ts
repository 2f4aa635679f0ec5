import { clausesOf } from '../reading/clauses.js';

/** Begins a condition, which is no fact: 假如 ("suppose"), "if". */
const condition =
  /^(?:但|可是?|不过|那|so|but|and|well|ok(?:ay)?|hmm+|honestly|oh|ah|man)?[\s,，]*(?:(?:如果|要是|假如|假设|倘若|若是?|万一|除非|只要|即使|哪怕|假使|要不是|等(?=.{1,12}(?:签了?|付了?|到账|拿下)(?:就|我)))|(?:if|unless|suppose|supposing|assuming|provided|imagine|what if|say if|even if|in case|as long as|once)(?![a-z]))/iu;
/** The condition stands behind: 我的指标就够了，要是他们月底付款 ("I would make it, if they paid"). */
const conditional =
  /(?:就好了|该多好|多好啊?|就有(?:着落|希望|戏)了?|就(?:够|稳|齐|行|妥|完美|美)了)[啊呀吧]*$|\b(?:i'?d|i would|we'?d|we would|that'?d|that would|it would|it'?d|would be (?:great|nice|lovely|good|awesome)|could (?:be|hit|make))\b/iu;

/** Begins a hope, a wish or a thought of the speaker's own. */
const hope =
  /^(?:(?:我|真|好|真的?|只|就|真心|还是|多)*(?:但愿|愿|祈祷|求求|保佑|盼着|巴不得|恨不得|做梦都想|期待)|(?:真|好|只|就|真心|我|多)*(?:希望)(?!我们|你们|我方|贵|能?(?:尽快|便宜|优惠|降|再?降|打折|先|提供|安排|看|了解|试|下周|下个?月|[明后]天|周))(?=.{2,}(?:别|不要|能|赶紧|快点?|早点|顺利|可以|一切|不会|没事|争气|给力|签|成|过|点头|松口|拿下))|(?:我|真)?(?:好想|真想|多想)(?=.*(?:签|赢|拿下|休|睡|放假|下班|躺))|(?:i |we |i'?m |just |really |still |so |man |god |sure )*(?:hope|hopes|hoping|hopefully|wish|wishing|praying|pray|keeping my fingers crossed|fingers crossed|here'?s hoping|would love|'?d love|wondering|wonder|thinking (?:about|of|whether|if)|thinking maybe|dreaming)(?![a-z])|(?:i|we) (?:should|could) really|it(?:'?d| would| will|'?ll) be (?:so |really |just )?(?:great|nice|lovely|good|awesome|amazing|perfect|cool|a dream) if|(?:wouldn'?t it be|how) (?:great|nice|lovely|good|cool)|if only|would be (?:so |really )?(?:great|nice|lovely|good) (?:if|to)|(?:can|could) you imagine|imagine (?:if|that))/iu;

/** A thought that the speaker turns over: 我在想要不要… ("I wonder whether to …"). */
const musing =
  /^(?:我|那|您说|你说|您觉得|你觉得|话说|也不知道|不知道|说不定|没准|搞不好|在)*(?:在想|琢磨|纠结|犹豫|考虑|寻思|在考虑)(?:着)?(?:要不要|该不该|是不是|是否|能不能|怎么|先|给|下周)|^(?:您|你)(?:说|觉得|看)(?:我)?(?:是不是|要不要|该不该|能不能|应不应该|应该)|^(?:我)?要不要(?:把|给|再|先|去|找|跟|和|让|换|降|请)|^(?:我)?该不该|^(?:感觉|我感觉|我猜|我估计|估计|看样子|看来|说不定|没准|搞不好|八成|十有八九|我觉得|总觉得|直觉)(?=.{0,20}(?:要(?:赢|输|签|黄|丢|凉|成|没戏)|能(?:赢|成|签|拿下)|会(?:赢|输|签|黄|丢|成)|稳|悬|凉|没戏|有戏|差不多))|^(?:i think|i guess|i feel like|i reckon|i bet|feels like|my gut says|maybe|perhaps|probably|pretty sure|looks like)\b(?=.*\b(?:we(?:'ve|'ll| have| will| are|'re)? (?:lost|lose|win|won|going to (?:lose|win))|(?:gonna|going to|will|might|may|could) (?:win|lose|sign|slip|close|happen|come in|work out|drag|say (?:yes|no))|it'?s (?:gone|dead|ours|in the bag|a goner))\b)/iu;

/** Tells what somebody did or said, whatever is hoped beside it. */
const toldFact =
  /(?:今天|昨天|前天|上午|下午|早上|中午|晚上|刚|刚才|刚刚|上周|周[一二三四五六日])[^,。]{0,12}(?:拜访|见|聊|谈|打|去|通|发|签|约|演示|汇报|回访|沟通|碰|跑)(?:了|过|完|到)?|(?:拜访|见|聊|谈|通|发|沟通|签|打)(?:了|过|完|到了?)(?!就|后)|(?:他|她|对方|客户|那边|总|经理|老板|姐|哥|工|主任|[\p{Script=Han}]{2,4})(?:说|表示|反馈|回复|告诉|提到|答应|要求|问)|\b(?:visited|met|called|emailed|phoned|spoke|talked|saw|sent|had (?:a|lunch|coffee)|quoted|presented|signed|dropped (?:by|in|off)|went to|came out|rang|texted|told|said|says|asked|wants|replied|confirmed|agreed|promised|stopped by|swung by|popped in(?:to)?|chatted|demoed|showed)\b/iu;

/** Whether the words tell what somebody did or said. */
export const tellsFact = (words: string): boolean => toldFact.test(words);

/** Asks for something all the same: "if it isn't too much trouble, could you …". */
const requests =
  /(?:帮我|麻烦|请你|请您|提醒我|记得|别忘)|\b(?:(?:could|can|would|will) you (?!imagine)|please|remind me|let me know|show me)\b/iu;

/** What would follow if a condition held: 我们月底就可以签了 ("then we could sign this month"). */
const consequence =
  /就|才(?:能|会|好)|(?:可以|会|能)[^,。]{0,8}了?$|\b(?:would|could|might|i'd|we'd|i'll|we'll|i'm|then)\b/iu;

/** A guess of the speaker's own about a deal: 那个80万估计要砍到75万 ("that 800k will probably become 750k"). */
const guess =
  /(?:那个|这个|那单|这单|单子|这家|那家)[^,。说]{0,10}(?:估计|恐怕|怕是|八成|搞不好|感觉|看样子|多半)(?:得|要|会|能|是|又|还|没)/u;

/** On the way there, nothing has happened yet. */
const underWay = /路上了?$|\b(?:on (?:my|our|the) way|heading (?:over|there|to|out))\b/iu;

/** Whether the words hope, suppose or wonder and tell of nothing that happened; they are a line without its opening. */
export function isWish(words: string): boolean {
  const clauses = clausesOf(words).map(({ text }) => text.trim());
  const [first = '', ...others] = clauses;
  const isCondition = condition.test(first);
  const opensSo =
    isCondition || hope.test(first) || musing.test(first) || (others.length === 0 && guess.test(first));
  const endsSo =
    (others.some((one) => condition.test(one)) && conditional.test(first)) ||
    (others.some((one) => hope.test(one)) && underWay.test(first));
  // 李雷要是能签下来就好了 ("if only Li Lei signed them"): the condition has a subject before it.
  const isPious = /(?:要是|如果|若|假如).{1,24}(?:就好了|该多好|多好)[啊呀吧]*$/u.test(words);
  if (!opensSo && !endsSo && !isPious) return false;
  const isSupposed = (one: string) =>
    condition.test(one) || musing.test(one) || ((isCondition || endsSo) && consequence.test(one));
  return !clauses.some((one) => !isSupposed(one) && tellsFact(one)) && !requests.test(words);
}
