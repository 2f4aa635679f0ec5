import { type Json, type JsonObject, objectsIn } from '../json.js';
import { checkAcross } from './across.js';
import { blockOf } from './blocks.js';
import { option, optionGroup } from './composition.js';
import { limits } from './limits.js';
import { list, object, type Problem, Report, type Surface, type Surroundings } from './rule.js';
import { viewShape } from './view-shape.js';

/** What is wrong with the blocks of a message. */
export function blockProblems(
  blocks: Json,
  around: Surroundings,
  at = '/blocks',
  max: number = limits.blocks.message,
): Problem[] {
  const report = new Report(around);
  list(blockOf(around.surface), { min: 0, max })(blocks, at, report);
  checkAcross(objectsIn(blocks), at, report);
  return report.problems;
}

/** What is wrong with a view; `at` is the name of its argument. */
export function viewProblems(view: Json, around: Omit<Surroundings, 'surface'>, at = '/view'): Problem[] {
  const surface: Surface = (view as JsonObject | null)?.type === 'home' ? 'home' : 'modal';
  const report = new Report({ ...around, surface });
  viewShape(view, at, report);
  if (report.problems.length > 0)
    report.problems.unshift({ message: 'failed to match all allowed schemas', pointer: at });
  return report.problems;
}

/** What is wrong with the answer to a block_suggestion (slack.md, section 2). */
export function suggestionProblems(answer: JsonObject, around: Surroundings): Problem[] {
  const report = new Report(around);
  object({
    optional: {
      options: list(option(), { min: 0, max: limits.options }),
      option_groups: list(optionGroup, { min: 0, max: limits.groups }),
    },
  })(answer, '', report);
  return report.problems;
}

/** A problem as slack.com writes it into `errors` (adobe/spacecat-api-service#176). */
export const asLine = ({ message, pointer }: Problem): string => `${message} [json-pointer:${pointer}]`;
