/** Words before such a question: an apology, a doubt. */
const before =
  /^(?:(?:啊|哦|呃|嗯|哎呀?|诶|咦|等等|等一?下|不对吧?|不是吧?|不好意思|抱歉|对不起|请问|那个(?=[,，\s])|我想问下?|问一?下|sorry|wait|hang on|hold on|oh|er|um+|hmm+|hey|so|and|but|ok(?:ay)?)[\s,，.。…]*)+/iu;

const what =
  '(?:(?:刚刚才?|刚才|刚|上面|前面|上一?|那|这|最后一?|我?(?:刚才|刚刚)?(?:说|讲|发|记)的?)*(?:那|这|一)*(?:条|句|个|笔|些|次|话|段|件事|记录|跟进)?(?:话|的)?)';
const adverbs =
  '(?:[你您我它]|系统|帮我|给我|都|也|又|已经|到底|最后|不会|是不是|有没有|是|没有?|怎么|该不会|应该)*';
const saves = '(?:记录?|存|写|归|录|登记?|算|挂|放|落(?!后))(?:到|在|成|给|进|入|去|上|的是|的)*';
const ends = '(?:上|里|头上|身上|名下|下面?|那边|那里|那儿|账上|那条|那家)*(?:面)?(?:去)?(?:了|的)*';
const asks = '(?<mark>吗|么|没有?|吧|呢|啊|呀|来着|不)*[\\s?？!！]*';
const whereHan = new RegExp(
  `^(?<what>${what})(?<how>${adverbs})${saves}(?<where>[^,\\s]{0,14}?)${ends}${asks}$`,
  'u',
);
/** Asks in itself, without a mark at the end. */
const asking = /哪|谁|什么|啥|还是|是不是|有没有/u;
const denying = /没|不会|是|了/u;

const thing =
  '(?:that|it|this|those|they|the last (?:one|note|thing)|my (?:last )?(?:note|visit|call|log)|that (?:one|note|log|visit|call))';
const saved =
  '(?:logged|saved|filed|recorded|noted|put|written|stored|booked|entered|under|on|for|with|to|in)';
const latin: readonly RegExp[] = [
  new RegExp(
    `^(?:did|does) (?:${thing}|you|i) (?:go|get|end up|land|come|just )?(?:log|save|file|record|put|note|write)?(?:ged|d|ed)? ?(?:${thing} )?(?:under|on|onto|to|for|with|at|against|in|as) .{2,40}$`,
    'iu',
  ),
  new RegExp(
    `^(?:is|was|were) ${thing} ${saved} (?:under|on|onto|to|for|with|at|against|in|as) .{2,40}$`,
    'iu',
  ),
  new RegExp(
    `^(?:who|whom|where|(?:which|what) (?:customer|client|account|company|deal|lead|one|record)) (?:did|does|was|is|have|has) (?:${thing}|you|i)\\b.{0,40}$`,
    'iu',
  ),
  new RegExp(
    `^(?:who|whom|where)(?:'s| is| was) ${thing} (?:logged|saved|filed|recorded|noted|under|on|for)\\b.{0,20}$`,
    'iu',
  ),
];
/** What such a question has to say: that something was written down. */
const written =
  /\b(?:log|logged|save|saved|file|filed|record|recorded|note|noted|put|go|went|end up|land|landed|under|against)\b/iu;

/**
 * Whether a line asks on whom the last thing was recorded: 那句记到银狐了吗 ("did that go to Yinhu"), 刚才记的是哪家,
 * "which customer did that go under". It corrects nothing.
 */
export function asksWhereLogged(line: string): boolean {
  const text = line.replace(before, '').trim();
  const bare = text.replace(/[\s?？!！.。]+$/u, '');
  if (latin.some((one) => one.test(bare)) && written.test(bare)) return true;
  const found = whereHan.exec(text)?.groups;
  if (!found) return false;
  const { mark = '', how = '', where = '' } = found;
  const isPointed = (found.what ?? '') !== '' || where !== '';
  if (!isPointed) return false;
  if (/吗|么|没|来着|不/u.test(mark) || /[?？]\s*$/u.test(text) || asking.test(how) || asking.test(where))
    return true;
  // 记到银狐吧 ("put it on Yinhu") is an order; 没记到银狐吧 asks.
  return mark === '吧' && denying.test(`${how}${text.slice(-3)}`);
}
