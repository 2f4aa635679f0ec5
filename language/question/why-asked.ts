import { plainQuestion } from './question-line.js';

const why =
  /^(?:(?:那|这|嗯|呃|哦|可|但)[,，\s]*)*(?:(?:这|那)?(?:是|又)?(?:为什么|为啥|为何|凭什么|怎么回事|咋回事|什么原因|啥原因|什么情况导致的?|怎么会)|(?:原因|理由)(?:呢|是什么|是啥)?|(?:怎么|如何|咋)(?:算|得)(?:出?来)?的?|(?:怎么|咋)来的|依据(?:是什么|呢)?)(?:会|是)?(?:这样|这么?(?:低|高|少|多|差|好)|停滞|有?风险|卡住|没进展|变[低高少多])*(?:了|的|呢|啊|呀)*$|^(?:(?:so|but|and|hm+|ok|oh)[,\s]+)*(?:why(?: (?:so|is|are|was|were|did|does|that|this|it|they|the|low|high|few|many|little|bad|good|like|happen(?:ed)?|at|risk|stalled?|stuck|down|up|not|more|number|figure))*|how come(?: (?:so|it|that|this|is|they|are|low|high|few|many|stalled|stuck|at|risk|down|up))*|how so|what(?:'s| is| are) (?:the |behind )*(?:reasons?|cause|that|this|it)(?: (?:for|behind) (?:that|this|it))?|(?:for )?what reasons?|the reasons?|because of what|how (?:is|was|did you|do you) (?:that|this|it|they)?\s*(?:calculate[d]?|compute[d]?|work(?:ed)? out|get)(?: (?:that|this|it))?|where (?:does|do|is|did) (?:that|this|it|they)(?: number)? com(?:e|ing) from)$/iu;

/** Asks why what was just shown is so, and names nothing: 为什么, "how come", "why so low". */
export const asksWhy = (line: string): boolean => line.length <= 50 && why.test(plainQuestion(line).trim());

const stuck =
  '(?:还|一直|都|又|就|总|老是?|突然)*(?:不动了?|不走了|停滞了?|停了(?:这么久)?|停着|卡(?:住|着|壳)?了?|(?:没有?|无)(?:什么)?(?:进展|动静|推进|跟进|下一步)|推不动|有风险|风险(?:这么)?[高大]|(?:赢率|概率)(?:这么)?低|这么慢|黄了|凉了|报警|预警)';
const ofRecord = [
  new RegExp(
    `^(?:那|这|请问)?(?:为什么|为啥|为何|怎么|咋)(?<name>[^,，。的]{2,14}?)(?:的?(?:单子?|商机|项目)|那单|这单)?${stuck}(?:了|呢|啊|的)*$`,
    'u',
  ),
  new RegExp(
    `^(?<name>[^,，。的]{2,14}?)(?:的?(?:单子?|商机|项目)|那单|这单)?(?:为什么|为啥|为何|怎么|咋)${stuck}(?:了|呢|啊|的)*$`,
    'u',
  ),
  // What keeps it from going on: 海棠卡在哪了 ("where is Haitang stuck"), `what's blocking Larkspur`.
  /^(?:那|这|请问|看看|我想知道)*(?:是)?(?:什么|啥|谁)(?:在)?(?:卡|拖|挡|耽误|影响)(?:住|着|了)*(?<name>[^,，。]{2,14}?)(?:的?(?:单子?|商机|项目|进度|推进))?(?:了)?$/u,
  /^(?:那|这|请问)?(?<name>[^,，。]{2,14}?)(?:的?(?:单子?|商机|项目)|那单|这单|那边)?(?:现在|目前|到底|究竟|又|是|主要|一直|还)*(?:卡|堵|停|拖|耗|僵)(?:住|着)?在(?:了)?(?:哪(?:一个?|个)?(?:里|儿|步|阶段|环节|块)?|什么(?:地方|环节|阶段)|谁(?:那里?|手里|身上)?)(?:了|呢|啊)*$/u,
  /^(?:那|这|请问)?(?<name>[^,，。]{2,14}?)(?:的?(?:单子?|商机|项目)|那单|这单|那边)?(?:现在|目前|到底|还)*(?:有什么|有啥|有哪些|什么是|的)(?:障碍|阻碍|阻力|卡点|堵点|困难|瓶颈)(?:是什么|有哪些|在哪)?(?:了|呢|啊)*$/u,
  /^(?:(?:so|but|and|hm+|ok|oh)[, ]+)*what(?: is|'s| has(?: been)?| else is|s)? (?:block(?:ing|s|ed)|hold(?:ing|s)?(?: up| back)?|stopp(?:ing|s|ed)|stall(?:ing|s|ed)|delay(?:ing|s|ed)|keep(?:ing|s)|slow(?:ing|s|ed)(?: down)?|in the way (?:of|with|at)|imped(?:ing|es)|the (?:hold-?up|blockers?|obstacles?|bottlenecks?|snag|problem|issue)s? (?:with|at|for|on)) (?:the |our |my )?(?<name>.{2,40}?)(?: deal)?(?: (?:up|back|down|from (?:closing|moving|signing)))?(?: (?:now|right now|at the moment|this time))?$/iu,
  /^(?:(?:so|but|and|hm+|ok|oh)[, ]+)*where (?:is|are|did|does|has|'s) (?:the |our |my )?(?<name>.{2,40}?)(?: deal)? (?:stuck|stalled|blocked|hung up|held up|get stuck|stall|jammed)(?: (?:now|at|on|exactly))*$/iu,
  /^(?:any |the |list |show )*(?:blockers?|obstacles?|hold-?ups?) (?:on|with|at|for) (?:the |our |my )?(?<name>.{2,40}?)(?: deal)?$/iu,
  /^(?:(?:so|but|and|hm+|ok|oh)[, ]+)*(?:why(?: is| are| was| has| did| does| do| isn't| hasn't| 's|'s)|how come|what is (?:wrong|up|going on) with) (?:the |our |my )?(?<name>.{2,40}?)(?: deal)?(?: (?:is|has|was|been|still|so|not|just|always|even))*(?: (?:stuck|stalled?|stalling|at risk|risky|slipping|slipped|slow|red|flagged|late|overdue|dead|cold|quiet|closed|closing|moving|move[d]?|sitting there|dragging|low|lost|down))?(?: (?:yet|again|anymore|in \w+))?$/iu,
];

/** The words that name the record of which a line asks why it stands so: D-12 of 为啥D-12不动了 or "why is D-12 stuck?"; undefined if it names none. */
export function recordAskedWhy(line: string): string | undefined {
  const said = plainQuestion(line).trim();
  if (said.length > 80) return undefined;
  return ofRecord.map((form) => form.exec(said)?.groups?.name?.trim()).find((name) => name !== undefined);
}
