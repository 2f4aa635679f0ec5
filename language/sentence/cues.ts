import { inFullSpelling } from '../../kernel/words/chat-spelling.js';
/** It happened: aspect words after a verb, words of the immediate past, English past forms. */
export const doneCue =
  /(?<![为除太极算约不]|[约说定]好|[约订]到)了(?!解|不起)|(?<=[去见聊谈打报拜访做来跟用看发问提联系定开])过(?!去|来|几|两|三|程|期)|(?<=[见谈聊说做开打通])完(?!整|善|成)|刚(?:刚|才)?(?:从|和|跟|给|打|见|聊|通)|已经?(?=\p{Script=Han})|(?:[去见打通签聊谈开做]|拜访|上门|来)的|\b(?:visited|met|called|pinged|lvm|demo'd|nudged|pitched|chased|popped|emailed|phoned|spoke|talked|saw|sent|had|got|quoted|presented|signed|lost|won|told|agreed|accepted|dropped by|went|came|gave|moved|confirmed|asked|introduced|renewed|received|delivered|demoed|toured|wrapped|texted|messaged|chatted|ran into|caught up|followed up|submitted|showed|attended|hosted|just|stopped by|discussed|swung|spent|took|held|made|left|caught|wrote|sat|drove|flew|brought|heard|paid|chose|found|shook|ran|rang|gave|did|reached|shared|walked)\b|(?:^|\b(?:i|we|he|she|they|just|also)\s)\s*(?!need|schedul|suppos|plan|book|expect|promis|want|intend|hop)\p{Ll}{2,}ed\b/iu;

/** Somebody said something: that it was said is a fact, whatever it is about. */
export const reportedCue =
  /(?<!怎么个?)说(?!明书)|问|让(?!小|张|李|王)|要求|要我们|同意|答应|约了?我(?=[喝吃打聊])|反馈|确认|觉得|希望|认为|表示|提出|透露|通知|拍板|批了|不需要|不打算|不考虑|通过(?=$|[,。了])|付(?=$|[,。])|预计|估计|可能|有望|应该(?=能|会)|打款|到账|嫌|担心|想要|想看|给(?:我们)?(?:个)?(?:答复|反馈|回复|消息|结果)|催(?=报价|方案|合同|进度|我们|着|得|了)|倾向|看好|犹豫|回复|答复|需要|[都也]要(?!去|给|把|跟|送|来|回访|拜访|上门|演示|培训|汇报|讲|见|约|联系|跑|签|发|寄|打|安装|验收)|还在|在等|聊得|谈得|越来越|\b(?:says?|said|asks?|promise[sd]?|committed|wants|(?:they|he|she|clients?|customers?) want|(?:they|he|she|who|clients?|customers?|owner|boss|manager)(?:'d| would) (?:like|love|prefer|rather)|(?:they|he|she) (?:also |still |really )?(?:want|need|like|love|prefer|run|use|have)|needs|thinks?|decides?|agreed|confirmed|finds?|(?:is|are) (?:at|around|not|still)|(?:is|are) (?!going|coming|joining|stopping|dropping|hosting|having|meeting|visiting|seeing|calling|flying|driving)\w+ing|wants? us|has|have no|will answer|signs|(?<!\bwe |\b(?:i|we) (?:reckon|think|guess|feel)\b.*)(?:is|are|'s) (?:now )?ready (?:for|to))\b|'s ready (?:for|to)\b/iu;

/** It is planned: the speaker intends to do it. */
export const intentCue =
  /(?:这|本)周(?:之?内|里)|重点(?:是|放在|跟|盯|攻|跑)|主攻|主要[跑跟盯攻](?![了过])|(?:[我先]|今天|上午|下午|早上|晚上|然后)先去(?![了过年])|(?:记|设|定|加|建|来|弄)(?:一?个|一下|条)提醒|准备|打算|(?<!没有?[^,。]{0,4}|[采购年项目产])计划(?![书表内外])|记得|提醒|别忘|安排|争取|待会|等会|一会儿|回头|改天|抽空|找个时间|想约|(?<![签合违节制大预])约(?!等|定俗|束|摸)|(?:我|,|^)\s*(?:想|要|得|需要)(?=去|拜访|给|跟|和|找|联系|参加|报|约)|要(?=去|给|把|跟|报价给|回访|送|参加|上门|拜访)|\b(?:will|i'll|going to|need to|(?:have|has|ought) to|gotta|must|(?:am|i'm|are|we're) (?:supposed|due) to|to-?do\b|plan(?:ning)? to|plans?|remind(?! (?:me (?:what|who|when)|us of))|let's|should|don't forget|want to|about to|on (?:my|the|our) way to|head(?:ed|ing) (?:to|over|out|back)|(?<=^\s*(?:i'm |we're )?)meeting (?!with|at|about|in|on|went|was|is|notes|room)|visiting|seeing|booked|next step)\b/iu;

/** A duty of the speaker's own ("I owe Oakline a call", "must ring Tom"), even beside words of reporting. */
export const ownDuty =
  /^\s*(?:今天|明天|还|另外|我)*欠(?![款费账]|我们|了?\d)|^\s*(?:(?:also|then|so|and|but|ok|er+m?|u[hm]+|yeah|yep|well|right|note to self|reminder|to-?do|today|tomorrow|first thing)[\s,:]+)*(?:(?:i|we)(?:'ve|'m|'re| have| am| are)? (?:(?:really|still|also|just) )?(?:owe|must|should|need to|have to|got to|ought to|gotta|supposed to|due to|want to|plan to|promised|will|'ll)|i'll|we'll|(?:i'm|we're) going to|must|should|need to|have to|gotta|supposed to|remind me to|don't (?:let me )?forget|remember to|make sure (?:to|i|we))\b/iu;

/** A promise of the speaker's own: "promised her the list", "told him he'd have it by Friday". */
export const ownPromise =
  /\b(?:i|we)(?:'ve| have)? (?:promised|owe)\b|^\s*(?:and |also |so )?promised (?:him|her|them|it|to\b|an?\b|the\b|\p{Lu})|\b(?:told|assured|promised) (?:him|her|them|\p{L}+)(?: that)? (?:(?:i|we)(?:'d|'ll| would| will)|(?:he|she|they)(?:'d|'ll| would| will) (?:have|get|hear|receive))\b|^\s*(?:and |also |i |we )?said(?: that)? (?:i|we)(?:'d|'ll| would| will)\b/iu;

/** It was cancelled. */
export const cancelledCue =
  /(?:会|会议|拜访|演示|见面|饭局|约|行程|培训)[^,。]{0,3}(?:黄|告吹|吹|泡汤)了|取消|泡汤|会议?不开了|(?:会|会议|拜访|演示|见面|饭局)(?:得|要|都)?(?:往后推|延后|推后|推迟|改期)(?!到)|[去来见](?:不了|不成)(?!解)|放鸽子|(?<!要)不(?:再)?(?:去|来|约|见|打(?!算)|拜访|参加)\S*了|(?:原定|原计划)[^,。]*(?:黄|没|不|取消|泡汤)|(?:不要|不用|不必|无需|先?(?<![分特区级])别)(?:再)?(?:给|约|去|见|联系|跟|打|找|发)|不(?:去|用)?拜访|不(?:去|来|见)(?=\S{0,8}$)|\b(?:demo|meeting|visit|call|lunch|dinner|trip)(?: (?:is|was))? off\b(?! (?:to|ice))|^\s*(?:i |we )?(?:can't|cannot|won't) (?:see|meet|visit)\b|\b(?:cancel(?:l?ed)?|called off|(?:can't|cannot|won't|unable to) (?:make|attend|get to)|skip(?:ped|ping)?|bailed|(?:decided )?not to (?:go|visit|call|meet)|(?:not|never|no)\b[^,.]*\bafter all|\w+n't\b[^,.]*\bafter all|not (?:going|visiting|meeting|calling|seeing)|no need to|don't (?!forget)(?:call|visit|email|meet|send)|won't (?:go(?! (?:above|over|higher|beyond|below|under))|visit|meet|call))\b/iu;

/** It did not happen. */
export const notDoneCue =
  /(?:没顾得?上|没来得及|没空|没时间|忘了)(?=给|去|跟|见|打|联系|回|拜访)|没(?:有)?(?:能)?(?:(?![谈签完达变形])\p{Script=Han}成(?![交功本])|去|打(?!通)|拜访|约(?![上成着])|visit|call|meet|上门)|没(?:能)?(?:[见碰约]|拜访)(?:上|成|着)|没(?:去|见着?|见到|碰上)(?=$|[,。])|\b(?:never|didn't|did not) (?:(?:show|turn)(?:ed)?\b(?: up)?(?! (?:me|us|them|him|her))|happen)|\bno[- ]show(?:s|ed)?\b|\bfell through\b|\b(?:stood|blew) (?:me|us) (?:up|off)\b|\b(?:got|was|were) (?:called|pulled) (?:back|away|into)\b|\b(?:so|,|therefore|hence) no (?:meeting|demo|visit|call|lunch|dinner)s?\b|\b(?:did not|didn't|have not|haven't|has not) (?:visit|go|call|meet|see|get to(?! the point))|\b(?:didn't|did not|couldn't|haven't) (?:get|have|find) (?:a |the )?(?:chance|time|around)|\b(?:never|didn't|couldn't|did not|could not) ma(?:d|k)e it/iu;

/** What stands before an "if" that only says what is asked: "I'll check on Friday if it was paid". */
export const askingIf = String.raw`\b(?:see|knows?|check|ask|asks|asked|asking|find out|confirm|hear|look|chase|verify|sure|decide|wonders?|tell (?:me|us))(?: (?:him|her|them|us|with \w+|the|on|next|this|tomorrow|today|tonight|later|again|back|in|morning|afternoon|week|\w+day))* `;

/** It is hypothetical: no price, stage or day in it is a fact. */
export const hypotheticalCue = new RegExp(
  String.raw`(?:如果|要是)(?!有空|有时间|得空|来得及|顺路)|假如|假设|倘若|万一|除非|只要|(?<!有空|有时间|得空|顺路)的话|(?:能|可)(?:不能|不可以|否)|(?<!${askingIf})\bif\b(?! (?:i|we) (?:have|get|find) time| possible)|\b(?:unless|in case|provided|as long as|assuming|suppose)\b`,
  'iu',
);

/** Postponed rather than cancelled: the day that follows counts. */
export const postponedCue =
  /改(?:到|成|在|约|为)?|推(?:迟)?到|[挪延]到|\b(?:moved to|instead|postponed to|reschedule)\b/iu;

/** Moved to another day: the day before these words is the old one. */
export const movedToCue =
  /[改挪调推延移](?:期|迟|后)?(?:到|至)|改(?:成|为|约|在)(?!了)|\b(?:moved|pushed|rescheduled|shifted|postponed|bumped|slid|slipped|switched|brought forward) (?:(?!and\b|then\b)[^\s,.;]+ ){0,5}?(?:to|till|until)\b/iu;

/** A repetition: there was a first time, reported here. */
export const repetitionCue =
  /再(?:次)?(?:约|去|来|谈|聊|打|联系|见|说|看|追|跟|沟通)|\bagain\b|\bback there\b/iu;

/** Facts with a date of their own that is nobody's next step. */
export const notAStep =
  /到期|生日|周年|质保|上线过|宕机|故障|过期|成立|\b(?:expires?|renew|birthday|warranty)\b/iu;

const questionEnd =
  /[?？]\s*$|吗\s*$|(?:^\S{1,10}|还是[^,。]*|[好行])呢\s*$|(?:了|过|定|签|批|到|到账)没有?\s*$|来着\s*$|(?:还在|还有|没[黄丢变]|对|是)吧\s*$|([签定付到来去见聊谈报批发打])[没不]\1|[能成行去要来有好]不\s*$|(?:上次|上回|之前|刚才|昨天|最后)[^,。]{0,6}(?:说|讲|聊|谈|提|问|回)了?(?:些)?(?:啥|什么)了?\s*$|(?<!(?:[看听问等瞧催该会晓想]|知道|清楚|讨论|商量|研究)[^,。]{0,8})怎么个?说(?:的|法|呀|啊|呢)?\s*$/u;
const questionWord =
  /多少(?!有[点些])|谁|哪(?!怕)|(?<![没不])啥(?!的|都|也|事|时候[也都])|什么时候|(?<!没|没有)什么(?!的|都|也|时候)|怎么(?!说|样都)|为什么|为何|多久|干嘛|干什么|如何|(?<![这那好们十过把带着陪跟和让给还])几(?:次|回|趟|个|家|天|点|号|月)(?!了)(?![^,。]*[,。])|是不是|有没有|要不要|能不能|会不会|可不可以|行不行/u;
const lookup =
  /^(?:帮我)?(?:查|看)(?:一下|看|下)|^帮我看|^请问|^(?:(?:any|what's the) (?:news|updates?|word|latest|idea)|where (?:are|do) we|status (?:of|on)|(?:pull|bring) up|remind me (?:what|who|when|how|which)|show me|tell me|look up)\b/iu;
const englishQuestion =
  /^(?:whats|whos|wheres|hows|whens|what|who|whose|when|where|which|why|how|did(?! (?:an?|some|another|my|our|two|three)\b| the (?:\w+ )?\w+(?: (?:at|with|for|on|today|yesterday|this)\b|,|$))|does|do(?= (?:we|you|they|i|the|any|all|both)\b)|has(?! to| been)|have(?= (?:we|you|they|i|the|any)\b)|is|are|(?:was|were)(?! (?:going|supposed|meant|about|planning|at|in)\b)|can(?!'t)|could(?! be)|should(?! be)|shall|would(?! be)|will (?=he|she|they|we|it|the|this|that))\b(?! (?:visit|call|follow|send|meet|not)\b)/iu;
const reported = /问|说(?!的)|关心|在意|想知道|不知道|asked?\b|wonder|whether/iu;

/** What one is going to find out is no question: 下周五再去核对一下到账没有 ("check next Friday whether it has arrived"). */
export const toFindOut =
  /(?:再|去|要|得|打算|准备|记得|提醒我?|[明后]天|下?周[一二三四五六日天]|月底|待会儿?|回头|[上下]午|晚上|\d[号日点])[^,。?？]{0,8}?(?:核对|核实|确认|看看?|查|问问?|催|对|盯|了解|打听|跟)(?:一下|下|看|一查)?(?![了过])[^,。?？]{0,14}没有?\s*$/u;

/** Words before a question that are no part of it: "wait, did I log that". */
const opening =
  /^(?:(?:wait|hang on|hold on|btw|by the way|quick one|quick question|oh|um+|hey|so|and|but|ok(?:ay)?|also|guys|folks)[\s,]+|what (?:matters|counts|happened|i (?:did|mean|meant)|(?:is|was) important)(?: (?:here|now|most|today|though))* (?:is|was)(?: that)?[\s,:]+(?=\S+ \S))+/iu;

/** Says whom a question is about: "beacon: what did I say about budget". */
const aboutWhom = /^[^:：,，。?？]{2,30}[:：]\s*(?=(?:what|where|when|who|whose|why|how|which|did|does)\b)/iu;

/** Whether the sentence is the speaker's own question, not a reported one. */
export function isQuestion(text: string): boolean {
  if (questionEnd.test(text)) return !toFindOut.test(text);
  const plain = inFullSpelling(text).replace(opening, '').replace(aboutWhom, '');
  if (lookup.test(plain) || englishQuestion.test(plain)) return true;
  const word = questionWord.exec(text);
  return word !== null && !reported.test(text.slice(0, word.index));
}

const passedOn =
  /^[-=_*\s]*(?:(?:hi|hey|hello|dear|fyi)\b[^,:]{0,14}[,:]\s*)?(?:[【[(「]\s*转\s*[】\])」]|[【[(「]?\s*(?:转发|转|聊天记录|群聊|forwarded(?: message)?|(?:fyi\s+)?(?:fwd|fw|from|转自?))\s*[】\])」]?\s*(?:自?\S{1,6})?\s*[::]|\(转\)|-{3,}\s*forwarded message|begin forwarded|forwarding\b[^:]*:|[^,。:]{1,8}(?:发来的?|转来的?|发的)\s*:|\S{1,8}(?:原话|群)\s*[:"]|[【[]\s*(?:转发|聊天记录)\s*[】\]]|[【[][^】\]]*(?:转发|聊天记录)[^】\]]*[】\]]|[^,。:]{0,4}转(?:发|给|一下|过?来?的)[^,。:]{0,8}[:]|转一下|以下(?:是|为|内容|消息)|(?:群|微信|聊天)(?:消息|记录)\s*:|(?:just )?(?:passing|sharing) (?:this |it )?(?:on|along)\b[^:]*:|原文\s*:|>\s?\S)/iu;
const stamped =
  /^(?!(?:call|ring|phone|visit|meet|meeting|see|email|lunch|dinner|coffee|demo|remind|task|book|send|log|follow)\b|(?:today|tomorrow|tonight|yesterday|next|this|on|at|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|[今明昨后前][天早晚儿]|[周下上][一二三四五六日天周个午]|星期))\S{1,12}(?: \S{1,12})?\s+(?:\d{4}[/-]\d{1,2}[/-]\d{1,2}\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?\s*[::"“\s]/iu;
const quoted =
  /^[「“"『][^」”"』]{6,}[」”"』]|\bwrote:\s*["“]|^[^,。"“]{1,24}[说:]的?\s*[:,]?\s*["“][^"”]{6,}["”]?$|^fyi\b.*["“]/iu;

/**
 * Whether the words are somebody else's, passed on. `speaks` tells whether the head of the line names a
 * person.
 */
export function isForwarded(text: string, speaks: (head: string) => boolean): boolean {
  if (passedOn.test(text) || stamped.test(text) || quoted.test(text)) return true;
  const head = /^([^\s:,]{1,12}(?: [^\s:,]{1,12})?)\s*:(?!\/\/)\s*\S/u.exec(text)?.[1];
  return head !== undefined && speaks(head);
}
