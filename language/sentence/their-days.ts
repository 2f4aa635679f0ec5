/** What happens on their side on a day, which is nobody's step: 定了12月7号上线 ("going live on 7 December"), 校长会改到12月中. */
const theirEvent =
  /(?:校长|董事|股东|党委|院务|校务|理事|班子|中层|高管|管委|部门|办公|办公室|联席|预算|立项|采购|内部|总部|集团|家长|职工|职代|常委)(?:的)?(?:会|会议|大会|例会)(?![见来去谈给把])|(?:他们?|她们?|对方|客户|人家|那边)(?:公司|单位|学校|医院)?(?:自己)?(?:的|内部的?)?(?:[周月年例晨]会|年度?大?会|会议?(?=[改推挪延定放排])|评审会?|招标|开标|评标|投标|上线|试点|开业|搬家|搬迁|盘点|审计|体检|团建|年会|培训|大促|校庆|开学|放假|验厂)|(?:招标|开标|评标|开学|校庆|开业|搬迁|搬家|盘点|审计|年会|团建|上线|试点|投产|开工)(?:的?(?:时间|日期|会))?(?:也|又|都|被|给|要)?(?:[改推挪延顺定放排])|(?:确认|定|敲定|说好|安排)(?:了|好|在|到)*[^,。]{0,12}(?:上线|试点|试运行|启动|投产|开工|开业|搬迁|交付|发布)|\b(?:confirmed|set|fixed|scheduled|moved|pushed) (?:the |their )?(?:pilot|go-?live|launch|roll-?out|opening|cut-?over)\b|\b(?:their|the (?:board|go-?live|launch|roll-?out|pilot|opening|audit|tender|steering|budget|management|shareholders?)|(?:his|her|their) (?:own|internal)|board)\b[^,.]{0,24}?\b(?:moved|pushed|postponed|shifted|slipped|rescheduled|delayed|put back|brought forward|is (?:now )?on|now on)\b/iu;

/** What they decide or make known, and what ends or begins for them. */
const decides =
  '(?:定|定标|定案|定下来|定了|拍板|决定|决策|出结果|有结果|出决定|公布|揭晓|开标|截标|截止|评标|上会|过会|批|审批|批下来|批复|上线|投产|开业|启用|到期)';
/** A day on which they decide: 1月15号定 ("deciding on 15 January"), 月底前拍板, 决策在12月中. */
const decisionHan = new RegExp(
  `(?:[日号天底初中旬末年季前]|(?:周|星期|礼拜)[一二三四五六日天末]|下个?月|[上下]午)(?:之?前|以前|左右)?(?:[他她]们|对方|客户|领导|老板|董事会)?(?:就|才|能|会|要|应该|可以|内部)*${decides}(?:标|方案|供应商|结果|预算)?(?:吧|的)?\\s*$|(?:决策|决定|拍板|定标|开标|截标|评标|上线|审批)(?:的?(?:时间|日期|日))?(?:是|在|定在|预计|大概|大约|要到|得到)`,
  'u',
);
/** "decision by Jan 15", "they decide on 20 December", "results out Friday", "go live on 1 March". */
const decisionLatin =
  /(?:^|,|\band\b|\bbut\b|\bwith\b|\b(?:a|the|final|their|his|her|board|budget|is|are|expecting|expect)\b)\s*(?:a |the |final |their )*(?:decision|verdict|award|results?|answer|sign-?off|approval|go[- ]?live|launch|roll-?out|kick-?off|deadline|tender|rfp|rfq|budget)(?:'s| is| are| will be| date)?(?: \w+)?(?: due| out| expected| planned| scheduled| made| set| closes| closing| ends| locks)?(?: in| on| by| for| before| around| end of| (?:no|not) later than)+ |\b(?:they|he|she|board|committee|client|customer|management|procurement|who|ceo|cfo|boss)(?:'ll|'re| will| are| is| to| want to| wants to| need to| needs to)? (?:decid(?:e|es|ing)|choos(?:e|es|ing)|vot(?:e|es|ing)|mak(?:e|es|ing) (?:a|the|their) (?:decision|choice|call)|go(?:es|ing)? live|launch(?:es|ing)?)\b|^\s*(?:to be )?(?:decid(?:e|es|ing)|decided) (?:on|by|in|before|end of)\b|\bgo(?:es|ing)? live\b|\b(?:contract|licen[cs]e|subscription|agreement|lease|term|trial|pilot) (?:ends?|is up|runs out|runs until|lapses|finishes)\b/iu;

/** The day by which they want to sign: 河谷想15号前签 ("Hegu wants to sign by the 15th"), "Globex wants to close by 5/15". */
const closeWishHan =
  /(?:想|希望|打算|计划|要求|争取|准备)(?:在|能|于|赶在)?[^,，。]{1,14}?(?:之前|以前|[^,，。]前|底|左右)(?:就|能|可以)*(?:签约|签合同|签下来|签单|签|成交|下单|定下来)/u;
const closeWishLatin =
  /\b(?:wants?|wanted|hopes?|hoping|plans?|planning|aims?|aiming|expects?|needs?|looking|intends?|would like|(?:will|'ll|can|could|should))(?: to)? (?:close|sign|buy|place (?:the|an) order|have (?:it|this) signed)\b(?: (?:the|a|this|our)? ?(?:deal|contract|order|agreement))? (?:by|before|on|in|around|no later than|at the end of|end of) /iu;
const ownWish = /\b(?:i|we|let's)\b/iu;

/** Settled together with the speaker: 约了明天上午定 ("we agreed to settle it tomorrow morning"). */
const withUs = /约|[跟和与]我|我(?!们?(?:公司|司))|一起|当面|过去|[去来见]/u;

/** Whether a clause tells of a day on which they decide, so that it is no step of the speaker's. */
export const isTheirDecision = (text: string): boolean =>
  ((decisionHan.test(text) || closeWishHan.test(text)) && !withUs.test(text)) ||
  decisionLatin.test(text) ||
  (closeWishLatin.test(text) && !ownWish.test(text));

/** Whether a clause tells of what happens on their side on a day. */
export const isTheirDay = (text: string): boolean => theirEvent.test(text) || isTheirDecision(text);

const decision =
  /\b(?:close|sign|buy|place (?:the|an) order|signed)\b|签|成交|下单|定|拍板|决|结果|[开评截]标|\b(?:decision|decid\w+|verdict|award|sign-?off|choos\w+|choice|vot\w+)\b/iu;

/** Whether the day that a clause tells of is the one on which they decide for or against us. */
export const saysWhenDecided = (text: string): boolean => isTheirDecision(text) && decision.test(text);
