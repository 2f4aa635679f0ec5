import { surnames } from '../../kernel/pieces/base/surnames.js';
import { plainQuestion } from '../question/question-line.js';
import { type ListKind, listNamed, withoutManners } from './list-words.js';

const name = String.raw`\p{Script=Han}{2,4}|\p{L}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?`;
const nouns =
  '商机|客户|线索|待办|单子|项目|跟进(?:记录)?|(?:open )?(?:deals|opportunities|customers|accounts|clients|leads|tasks|to-?dos|pipeline)';
const forms = [
  new RegExp(`^(?<who>${name})\\s*(?:的|(?<=[a-z])['’]s?\\s)\\s*(?<what>${nouns})$`, 'iu'),
  new RegExp(`^(?<what>${nouns})\\s+(?:of|owned by|belonging to|assigned to)\\s+(?<who>${name})$`, 'iu'),
  new RegExp(`^(?<who>${name})\\s*(?:负责|名下|手上|跟进?)的\\s*(?<what>${nouns})$`, 'iu'),
];

/** Reads a line that asks for a list of somebody's, whoever that is: 王五的商机 ("Wang Wu's deals"), `deals of Zelda`. */
export function ownerAsked(line: string): { who: string; kind: ListKind } | undefined {
  const plain = withoutManners(plainQuestion(line));
  const { who, what } = forms.map((form) => form.exec(plain)?.groups).find((found) => found) ?? {};
  const [kind] = what ? listNamed(what) : [];
  // Not every word before a noun is somebody: 多少钱的单子 ("deals worth how much").
  const isPerson =
    who !== undefined &&
    !/风险|金额|客户|项目|阶段/u.test(who) &&
    (!/\p{Script=Han}/u.test(who) || surnames.has(who[0] ?? ''));
  return isPerson && kind && !/^(?:my|our|the|all|team|company|我|我们|团队|公司|全部|所有)$/iu.test(who)
    ? { who, kind }
    : undefined;
}
