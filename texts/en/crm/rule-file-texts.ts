import type { Like } from '../../shape/like.js';
import type { ruleFileTexts as original } from '../../zh/crm/rule-file-texts.js';
import { plural } from '../formats/formats.js';

/** What is said when a process file and the rules in force differ. */
export const ruleFileTexts: Like<typeof original> = {
  title: (file) => `${file} differs from the current rules`,
  said: (version, changes) =>
    `This file isn't based on the current rules (version ${version}), so nothing has changed yet. Adopting it would make ${plural(changes, 'change')}:`,
  columns: { rule: 'Rule', now: 'Now', after: 'If adopted' },
  more: (count) =>
    `Plus ${plural(count, 'more change')}. Run genjin process diff on the server to see them all.`,
  same: 'The file and the rules are now the same.',
  changedSince: "The rules have changed since. Here's the current difference.",
  hint: 'Discarding leaves both the rules and the file as they are. To start from the current rules, run genjin process export first.',
  adopt: 'Adopt',
  discard: 'Discard',
  adopted: (file) => `The rules in ${file} are now active.`,
  discarded: (file) => `Changes in ${file} discarded. The rules stay the same.`,
  gone: 'Someone has already decided on this file, or it has changed again.',
  refused: (file) => `${file} has an error and wasn't applied`,
  problem: (line, reason, example) => `Line ${line}: ${reason}${example ? `, e.g. ${example}` : ''}`,
  refusedHint: 'The current rules stay active. Fix the file and save it to apply it.',
};
