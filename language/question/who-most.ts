import { plainQuestion } from './question-line.js';

const best = '(?:最(?:多|高|好|大|快|强|厉害)|第一|排第一)';
const worst = '(?:最(?:少|低|差|小|慢|弱)|倒数第一|最后一名)';
const han = new RegExp(
  `^(?:那么?|所以|这?其中|这?里面|这?当中)?(?:是|算)?(?:谁|哪一?个?(?:人|同事|销售)|哪位)(?:的)?(?:做|签|跑|跟|赢|拿|完成|记|干)?(?:得|了|的|是)?(?:${best}|(?<least>${worst}))(?:的)?(?:了)?$|^(?:那)?(?:${best}|(?<lowest>${worst}))的?(?:是)?(?:谁|哪个?位?(?:人|同事|销售)?)$`,
  'u',
);
const latin =
  /^(?:(?:and|so|ok|then)[, ]+)*(?:who|which (?:rep|person|of (?:us|the reps)))(?: (?:has|have|had|did|does|do|got|is|was|are|comes?|came|made|makes))?(?: (?:got|the|in|it|them|those))*(?: (?:most|best|top|highest|biggest|first|number one|(?<least>least|fewest|lowest|worst|last|bottom)))(?: (?:of (?:them|those|all)|one|ones|place|by far))*$/iu;

/** Whether a line asks who has most, or least, of what was shown last, and names nothing: 那谁最多, "who has the fewest". */
export function whoMostAsked(line: string): 'most' | 'least' | undefined {
  const plain = plainQuestion(line)
    .replace(/[呢啊呀]+$/u, '')
    .trim();
  const found = han.exec(plain) ?? latin.exec(plain);
  if (!found) return undefined;
  return found.groups?.least || found.groups?.lowest ? 'least' : 'most';
}
