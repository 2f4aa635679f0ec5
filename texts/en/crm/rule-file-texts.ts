import type { Like } from '../../shape/like.js';
import type { ruleFileTexts as original } from '../../zh/crm/rule-file-texts.js';
import { plural } from '../formats/formats.js';

/** What is said when a process file and the rules in force differ. */
export const ruleFileTexts: Like<typeof original> = {
  title: (file) => `${file} differs from the rules in force`,
  said: (version, changes) =>
    `This file was not written from the rules in force (version ${version}), so nothing has changed yet. Adopting it makes ${plural(changes, 'change')}:`,
  columns: { rule: 'Rule', now: 'Now', after: 'If adopted' },
  more: (count) => `${plural(count, 'more change')}: run genjin process diff on the server to see all.`,
  same: 'The rules no longer differ.',
  changedSince: 'The rules have changed meanwhile. This is how they differ now.',
  hint: 'Discarding changes neither the rules nor the file. To edit the file from the rules in force, run genjin process export first.',
  adopt: 'Adopt',
  discard: 'Discard',
  adopted: (file) => `The rules of ${file} are in force.`,
  discarded: (file) => `Discarded the changes in ${file}. The rules stay as they are.`,
  gone: 'Somebody has already decided about this file, or it has changed again.',
  refused: (file) => `${file} has a mistake and is not in force`,
  problem: (line, reason, example) => `Line ${line}: ${reason}${example ? `, e.g. ${example}` : ''}`,
  refusedHint: 'The rules in force stay. Correct the file and save it to apply it.',
};
