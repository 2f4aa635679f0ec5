import { plainQuestion } from './question-line.js';

const why =
  /^(?:(?:那|这|嗯|呃|哦|可|但)[,，\s]*)*(?:(?:这|那)?(?:是|又)?(?:为什么|为啥|为何|凭什么|怎么回事|咋回事|什么原因|啥原因|什么情况导致的?|怎么会)|(?:原因|理由)(?:呢|是什么|是啥)?|(?:怎么|如何|咋)(?:算|得)(?:出?来)?的?|(?:怎么|咋)来的|依据(?:是什么|呢)?)(?:会|是)?(?:这样|这么?(?:低|高|少|多|差|好)|停滞|有?风险|卡住|没进展|变[低高少多])*(?:了|的|呢|啊|呀)*$|^(?:(?:so|but|and|hm+|ok|oh)[,\s]+)*(?:why(?: (?:so|is|are|was|were|did|does|that|this|it|they|the|low|high|few|many|little|bad|good|like|happen(?:ed)?|at|risk|stalled?|stuck|down|up|not|more|number|figure))*|how come(?: (?:so|it|that|this|is|they|are|low|high|few|many|stalled|stuck|at|risk|down|up))*|how so|what(?:'s| is| are) (?:the |behind )*(?:reasons?|cause|that|this|it)(?: (?:for|behind) (?:that|this|it))?|(?:for )?what reasons?|the reasons?|because of what|how (?:is|was|did you|do you) (?:that|this|it|they)?\s*(?:calculate[d]?|compute[d]?|work(?:ed)? out|get)(?: (?:that|this|it))?|where (?:does|do|is|did) (?:that|this|it|they)(?: number)? com(?:e|ing) from)$/iu;

/** Asks why what was just shown is so, and names nothing: 为什么, "how come", "why so low". */
export const asksWhy = (line: string): boolean => line.length <= 50 && why.test(plainQuestion(line).trim());

const ofRecord =
  /^(?:(?:so|but|and|hm+|ok|oh)[, ]+)*(?:why(?: is| are| was| has| did| does| do| isn't| hasn't| 's|'s)|how come|what is (?:wrong|up|going on) with) (?:the |our |my )?(?<name>.{2,40}?)(?: deal)?(?: (?:is|has|was|been|still|so|not|just|always|even))*(?: (?:stuck|stalled?|stalling|at risk|risky|slipping|slipped|slow|red|flagged|late|overdue|dead|cold|quiet|closed|closing|moving|move[d]?|sitting there|dragging|low|lost|down))?(?: (?:yet|again|anymore|in \w+))?$/iu;

/** The name in a question why one record stands as it does: D-12 of "why is D-12 stuck?"; undefined for any other line. */
export const whyOfRecord = (line: string): string | undefined =>
  line.length > 80 ? undefined : ofRecord.exec(plainQuestion(line).trim())?.groups?.name?.trim();
