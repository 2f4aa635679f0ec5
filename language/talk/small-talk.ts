import { editDistance } from '../../kernel/words/edit-distance.js';
import type { TalkKind } from './talk-reading.js';

type SmallTalk = Extract<TalkKind, 'greeting' | 'bye' | 'thanks' | 'ok' | 'chatter'>;

/** All who are there, or the assistant: 大家 ("everybody"), "team". */
const zhAudience =
  /(?:大家|各位|诸位|同事们|兄弟(?:姐妹)?们?|姐妹们?|家人们|亲们?|宝子们|小助手|助手|助理|机器人|老板|领导)/u;
const enAudience =
  /(?:all|everyone|everybody|team|folks|guys|mate|mates|buddy|pal|boss|man|dude|there|bot|robot|genjin|both|y'?all|people|gang|assistant)(?![a-z'])/iu;

/** What one person is called who is spoken to: 林姐 ("Sister Lin"). */
const zhCalled = /(?:(?!是)\p{Script=Han}{1,2}(?:总|姐|哥|经理|主管|老师|工|子|老板)|[小老]\p{Script=Han})/u;

/** Words that say nothing, which stand before, between and behind the others. */
const fillers =
  /(?:嗯+|呃+|额+|啊+|呀+|哦+|噢+|喔+|哎+|诶+|欸+|唉+|呢|吧|啦+|嘛+|哈(?!哈)|呗|咯|了|的|那个|那|就是|这个|先|再|都|真的?|很|太|非常|十分|特别|好|um+|uh+|er+|erm+|hmm+|ah+|oh+|ooh+|ok(?:ay)?|so|well|right|and|but|then|just|really|very|much|a lot|a bunch|again|for now|now|here|please|pls|yeah)(?![a-z'])/iu;

const spoken: [SmallTalk, RegExp][] = [
  [
    'greeting',
    /(?:[您你]们?好|大家好|各位好|早上好|早晨好|上午好|中午好|下午好|晚上好|早安|午安|早+(?!点|上|餐|饭|会|就|期|班|晨|日|已|就)|哈喽|哈啰|哈罗|嗨+|嘿+|好久不见|新年好|新年快乐|节日快乐|周末愉快|周末好|周[一二三四五]快乐|久仰|幸会|初次见面|请多关照|多多关照|打扰(?:一下)?|麻烦[您你]了?|请问|nihao|ni hao|zao(?: ?(?:an|shang ?hao))?)/iu,
  ],
  [
    'greeting',
    /(?:hi+ya|hi+|hey+a?|hello+|hallo|hullo|yo+|howdy|sup|what'?s up|wass?up|greetings|good (?:morning|afternoon|evening|day)|g'?day|gm|morning+|afternoon|evening|happy (?:monday|tuesday|wednesday|thursday|friday|weekend|holidays|new year|thanksgiving|birthday)|how are (?:you|u|ya|things)(?: doing| today)?|how(?:'s| is) it going|how do you do|nice to meet you|pleased to meet you|excuse me|sorry to bother you)/iu,
  ],
  [
    'bye',
    /(?:今天(?:就|先)?(?:到(?:这(?:儿|里)?|此)(?:为止)?|这样)(?:了|吧)?|再见|拜拜+|拜+|晚安|回见|回头见|明天见|明儿见|(?:下{1,2}个?)?(?:周|星期|礼拜)(?:[一二三四五六日天末])?见|节后见|年后见|改天见|下班了?|我?先?下了|收工了?|我?先撤了?|溜了|散会|祝[您你]?工作(?:愉快|顺利)|先忙|我先忙|去忙了?|88|886)/iu,
  ],
  [
    'bye',
    /(?:that'?s (?:it|all|me|me done) for (?:today|now|the day|this week)|bye+(?: ?bye)?|goodbye|good ?night|nighty? ?night|night+|g'?night|cya|see (?:you|ya|u)(?: (?:later|soon|tomorrow|tmrw|then|around|on monday|monday|next week))?|later+s?|ttyl|talk (?:later|soon|tomorrow)|have a (?:good|great|nice|lovely|pleasant|safe) (?:day|one|night|evening|weekend|afternoon|trip|lunch)|enjoy|gotta (?:run|go)|got to (?:run|go)|have to (?:run|go)|need to run|take care|cheerio|i'?m off|(?:ok )?(?:k )?i'?m done for (?:today|the day)|i'?m out|signing off|off home|that'?s me done|calling it a day)/iu,
  ],
  [
    'thanks',
    /(?:谢谢|谢+了|谢啦|多谢|感谢|感恩|辛苦+|受累|有劳|劳驾|麻烦[您你]啦|3q|蟹蟹|thx|谢谢[您你]|[您你]真好|帮(?:了)?大忙|好人一生平安)/iu,
  ],
  [
    'thanks',
    /(?:(?:many |big )?(?:thanks|much obliged|thank (?:you|u|ya|god)(?: (?:ever )?so much)?|thankyou|thank|thnx|thx|tnx|tks|ty|tyvm|tysm|thanx|cheers|ta|much appreciated|appreciate (?:it|that|you)|appreciated|you'?re (?:the best|a star|a legend|great|easier than the last one|a lifesaver)|bless you|good bot|nice bot|so (?:kind|helpful)))/iu,
  ],
  [
    'ok',
    /(?:好(?:的(?:呢|吧|啊|呀)?|呢|嘞|哒|滴|吧|啊|呀|了|好好?)|好(?![\p{Script=Han}])|可以(?:的|了)?|行+(?:吧|的|啊|了|就(?=[这先]))|[行成对是](?!\p{Script=Han})|嗯+(?!\p{Script=Han})|对(?:的|啊|对对?|了)|是(?:的|啊|呀)|没错|收到|明白|了解|知道了?|晓得了?|懂了|清楚了?|没问题|没事(?:儿|的|了)?|没关系|不客气|不用谢|不用了|不必了|不要紧|先这样|就这样|就这些|今天就这些|先不用?|先放着|不急|okk*|ojbk|欧克|遵命|得嘞|妥了?|妥妥的?|1|那就好|有道理|原来如此|这样啊|是这样啊|继续加油)/iu,
  ],
  [
    'ok',
    /(?:ok+(?:ay|ie|i)?|k+|kk|okey|okie dokie|alright(?:y)?|all right|all good|sure(?: thing)?|fine|good|great|perfect|cool+|got it|gotcha|got you|gotchu|roger(?: that)?|copy(?: that)?|noted|understood|i see|makes sense|fair enough|will do|on it|no problem|np|no worries|not a problem|no prob|you'?re welcome|yw|yep|yup|yes+|yeah+|yea|aye|no|nope|nah|right(?:o| then)?|done|never ?mind|nvm|not now|leave it|that'?s (?:all|it|fine|right|good|better|ok|great|perfect|everything)|thats (?:all|it|fine|right|good|better|ok|great|perfect|everything)|thought so|ok good|good to know|sounds good|10-4|deal done|will try|ack|acknowledged|received)/iu,
  ],
  [
    'chatter',
    /(?:哈{2,}|嘿{2,}|呵{2,}|嘻{2,}|hh+|啧+|哇+(?:塞|哦)?|我[靠去擦]|卧槽|擦|晕|天[哪呐啊]|妈呀|666+|6{2,}|23{2,}|牛(?:逼|批|啊|掰|哇|人|的)?|强+(?:啊)?|厉害(?:了)?|棒+|太棒(?:了)?|赞+|漂亮|给力|优秀|绝了|完美|真好|恭喜+|祝贺|加油|冲+|稳+|奶茶|撒花|鼓掌|点赞|路过|围观|\+1|尴尬|无语|郁闷|好?累(?:死)?|困(?:死)?|饿(?:死)?了?|堵死了?|发错(?:了|地方了?|群了?|人了?)|打错(?:了|字了?)|点错了?|手滑了?|按错了?|不好意思|抱歉|对不起|sorry|测试(?:一下)?完了?|随便(?:聊聊|说说|试试|看看)|我?试试(?:看)?|我?试一下|玩玩|没啥(?:事)?|没什么(?:事)?|晚点再?说|回头再?说|我我+|在忙|忙着呢|开会去了?|吃饭去了?|去哪玩|走起)/iu,
  ],
  [
    'chatter',
    /(?:lo+l+|lmao|rofl|(?:ha){2,}h?|(?:he){2,}|hah+|heh+|wow+|omg|woo+(?:hoo)?|whoa|yay+|yess+|phew|ugh+|argh+|meh|oops+(?:ie)?|whoops|damn|dang|darn|nice+(?: one| work| job)?|awesome|amazing|brilliant|brill|cracking|legend|sweet|neat|lovely|excellent|fantastic|well done|good (?:job|work|luck|one|shout|stuff|call|morning to you too)|great (?:job|work|stuff)|congrats|congratulations|way to go|go team|fingers crossed|wrong (?:chat|window|channel|person|group)|(?:sorry|sry),? (?:pocket|wrong (?:chat|window|channel))|sry|sorry|my bad|apologies|pocket|typo|just (?:testing|kidding|playing|trying(?: it)?)(?: you| it| this)?(?: out)?|jk|kidding|tired|so tired|what a (?:day|week|morning)|tgif|brb|afk|coming|omw|me too|same here?|ditto|from your lips|i know right|ikr|whatever|interesting|funny|very funny|it work(?:ed|s)|typical|welcome|me neither|that worked|smart|clever|impressive|don'?t jinx it|told you(?: so)?|knew it|cute|fyi|btw)/iu,
  ],
];

/** Single English words that a slip of the hand may have changed. */
const correctlySpelled: [SmallTalk, string[]][] = [
  ['greeting', ['hello', 'morning', 'afternoon', 'evening']],
  ['thanks', ['thanks', 'thank', 'cheers']],
  ['ok', ['okay', 'alright', 'perfect', 'great', 'understood', 'noted']],
  ['bye', ['goodbye', 'goodnight']],
];

const sticky = (pattern: RegExp) => new RegExp(pattern.source, 'iuy');
const phrases = spoken.map(([kind, pattern]) => [kind, sticky(pattern)] as const);
const others = [fillers, zhAudience, enAudience].map(sticky);
const called = sticky(zhCalled);
const soundOnly = sticky(fillers);
const marks = /[\s,，.。!！?？~～…、;；:：\-—'"()（）*_]+/uy;

/** The length of what stands at `at`; 0 where it is nothing, or ends within a Latin word. */
function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const length = pattern.exec(text)?.[0].length ?? 0;
  const cutsWord = /[a-z\d]/i.test(text[at + length - 1] ?? '') && /[a-z\d']/i.test(text[at + length] ?? '');
  return cutsWord ? 0 : length;
}

/** The longest small talk that stands at `at`; without a kind if it says nothing by itself. */
function phraseAt(text: string, at: number): { kind?: SmallTalk; length: number } | undefined {
  const found = [
    ...phrases.map(([kind, pattern]) => ({ kind, length: lengthAt(pattern, text, at) })),
    ...others.map((pattern) => ({ kind: undefined, length: lengthAt(pattern, text, at) })),
  ].filter(({ length }) => length > 0);
  const [first, ...more] = found;
  if (!first) return mistypedAt(text, at);
  return more.reduce((best, one) => (one.length > best.length ? one : best), first);
}

/** A word that is one slip of the hand from a word of small talk ("mornign"). */
function mistypedAt(text: string, at: number): { kind: SmallTalk; length: number } | undefined {
  const [word = ''] = /^[a-z]{5,}(?![a-z'])/i.exec(text.slice(at)) ?? [];
  const said = word.toLowerCase();
  const near = correctlySpelled.find(([, words]) => words.some((one) => editDistance(said, one) === 1));
  return near && !properWords.has(said) ? { kind: near[0], length: word.length } : undefined;
}

/** Words that are spelled right, though they look like a slip. */
const properWords = new Set(['thinks', 'think', 'greats', 'noted', 'notes', 'hellos']);

/** A name behind a greeting or thanks: "thanks Greg". */
const calledName =
  /\s*,?\s*(?!(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])|no|next|today|tomorrow)[A-Z][a-z]{1,11}(?![a-z'])(?=\s*(?:[,.!~]|$))/uy;
const takesName = new Set<SmallTalk>(['greeting', 'thanks', 'bye']);

export interface SpokenSmallTalk {
  /** Every kind that was said, in order. */
  kinds: SmallTalk[];
  /** What the line says beside it, from the first word that is none to the end. */
  rest: string;
}

/** Reads the small talk at the head of a line, and what is left of the line behind it. */
export function smallTalkOf(line: string): SpokenSmallTalk {
  const kinds: SmallTalk[] = [];
  let at = 0;
  let callsFirst = false;
  // What is left begins where the last phrase that says something ended.
  let end = 0;
  while (at < line.length) {
    at += lengthAt(marks, line, at);
    if (at >= line.length) break;
    const phrase = phraseAt(line, at);
    const name = phrase ? 0 : lengthAt(called, line, at);
    if (!phrase && name === 0) return { kinds, rest: line.slice(end) };
    if (name > 0 && kinds.length === 0) callsFirst = true;
    at += phrase?.length ?? name;
    if (!phrase?.kind) continue;
    // 王总没问题 ("Mr Wang has no objection") tells of him.
    if (callsFirst && kinds.length === 0 && phrase.kind === 'ok') return { kinds, rest: line };
    kinds.push(phrase.kind);
    if (takesName.has(phrase.kind)) {
      calledName.lastIndex = at;
      at += calledName.exec(line)?.[0].length ?? 0;
    }
    end = at;
  }
  return { kinds, rest: '' };
}

/** Whether a line has nothing but sounds: 嗯那个 ("er, well"). */
export function isOnlyFillers(line: string): boolean {
  let at = 0;
  for (let before = -1; before !== at; ) {
    before = at;
    at += lengthAt(marks, line, at);
    at += lengthAt(soundOnly, line, at);
  }
  return at >= line.length;
}

/** What a line asks or orders behind a greeting, a goodbye or a nod that a mark or a space parts from it; else the line itself. */
export function behindSmallTalk(line: string): string {
  const thought = line.replace(thinking, '');
  if (thought !== line && thought !== '') return behindSmallTalk(thought);
  const { kinds, rest } = smallTalkOf(line);
  const said = rest.replace(/^[\s,，.。!！~、;；:：…]+/u, '');
  const isApart = said.length < rest.length;
  return kinds.length > 0 && isApart && said !== '' ? said : line;
}

/** Thinks aloud before what is asked: 我先看看啊 ("let me have a look"), "ok let me think." */
const thinking =
  /^(?:(?:ok(?:ay)?|so|right|hm+)[\s,.]+)*let me (?:think|see)[\s,.:…-]+|^(?:让?我)?(?:先)?(?:看看?|想想?|理一?理|捋一?捋)(?:啊|哈|吧|一?下啊?)[\s,，。.…]+/iu;

const openings = [
  /^[\s,，.。!！~、;；:：…]+/u,
  new RegExp(`^(?:${zhCalled.source}|${zhAudience.source})(?=[,，:：\\s])`, 'iu'),
  /^(?:hi+|hey+|hello|ok(?:ay)?|so|um+|uh+|er+m?|well|right|please|pls|sorry|and|but|oh|wait|hang on|btw|quick question|excuse me)(?![a-z'])/iu,
  /^(?:嗯+|呃+|啊+|哦+|那个(?!商机|单|客户|待办)|请问(?:一下)?|[你您]好呀?|麻烦问一下|问一下|不好意思|对了|那(?=[，,你您我]))(?=.)/u,
];

/** Drops greetings, fillers and the name that is called from the head of a line: 林姐，… ("Sister Lin, …"). */
export function withoutGreeting(line: string): string {
  const left = openings.reduce((words, opening) => words.replace(opening, ''), line);
  return left === line || left === '' ? line : withoutGreeting(left);
}
