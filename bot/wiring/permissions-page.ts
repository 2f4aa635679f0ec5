import type { Context } from '../../crm/access/context.js';
import type { Command } from '../../kernel/command/command.js';
import { type ChangeKind, changeKind, changeKinds, consequences } from '../../sales/people/change-kinds.js';
import { registry } from '../product/product.js';

/** What each need means: who may make a change of that kind. */
const needs: Record<ReturnType<typeof changeKind>['needs'], string> = {
  anybody: 'any active colleague',
  enter: 'a rep; what they enter is theirs, nobody’s, or of somebody to whom they may give it',
  enterOn:
    'a rep, on a customer whom they see; what they enter is theirs, nobody’s, or of somebody to whom they may give it',
  work: 'its owner, a collaborator on the customer, the manager of its team, an admin',
  own: 'its owner, the manager of its team, an admin',
  give: 'whoever may give it to the new owner: a rep within the team, a manager within their teams, an admin',
  claim: 'a rep who sees it, has it for themselves, and while nobody owns it',
  offered: 'the person to whom the pool offered it',
  judge: 'the manager of the team that has the customer, an admin; never who raised the dispute',
  approve: 'an approver of the stage that is asked for',
  self: 'the person whom it is about',
  person: 'the person whom it is about, the manager of their team, an admin',
  role: 'a manager, from and to roles below their own, in their teams; an admin',
  join: 'for lower roles, the managers of the team that is left and of the one that is joined, an admin',
  team: 'the manager of the team, an admin; for the company an admin',
  bind: 'the manager of the team that gets it and of the one that has it, an admin; for the company an admin',
  lead: 'a manager, an admin',
  author: 'who wrote it, a manager, an admin',
  admin: 'an admin',
  never: 'nobody by themselves: it follows from another change, or the clock makes it',
};

/** The page that tells which command makes which changes, and what each change needs. */
export function permissionsPage(): string {
  const writing = registry.commands.filter(({ changes }) => changes.length > 0);
  const kinds = Object.keys(changeKinds) as ChangeKind[];
  return [
    '# Who may change what',
    '',
    'Generated from `sales/people/change-kinds.ts` and the declarations of the commands. The unit of work asks for the right of',
    'each change as it is made; a command that makes a change it does not list here fails.',
    '',
    '## What a change needs',
    '',
    ...table(
      ['kind of change', 'record', 'who may'],
      kinds.map((kind) => [code(kind), changeKind(kind).of, needs[changeKind(kind).needs]]),
    ),
    '',
    '## What follows without a right of its own',
    '',
    'Some changes follow from another one that the person may make. They are made under a reason, and only these kinds:',
    '',
    ...table(
      ['reason', 'kinds of change'],
      Object.entries(consequences).map(([reason, some]) => [reason, some.map(code).join(', ')]),
    ),
    '',
    '## What each command changes',
    '',
    ...table(['command', 'least role', 'kinds of change'], writing.map(rowOf)),
    '',
  ].join('\n');
}

const rowOf = ({ name, words, role, changes }: Command<Context>): string[] => [
  `${code(name)} (${Object.values(words)
    .map(([usual]) => usual)
    .join(', ')})`,
  role,
  [...new Set(changes)].map(code).join(', '),
];

const code = (text: string): string => `\`${text}\``;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `|${head.map(() => '---|').join('')}`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
];
