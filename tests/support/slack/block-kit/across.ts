import { isObject, type Json, type JsonObject, objectsIn } from '../json.js';
import { limits } from './limits.js';
import type { Report } from './rule.js';

/** What no single block can tell: ids used twice, two elements that want the focus, one table too many. */
export function checkAcross(blocks: JsonObject[], at: string, report: Report): void {
  uniqueBlockIds(blocks, at, report);
  for (const [index, block] of blocks.entries()) uniqueActionIds(block, `${at}/${index}`, report);
  const focused = elementsIn(blocks).filter((element) => element.focus_on_load === true);
  if (focused.length > 1) report.add(at, 'only one element can have `focus_on_load`');
  const markdown = blocks.filter((block) => block.type === 'markdown');
  const length = markdown.reduce((sum, block) => sum + String(block.text).length, 0);
  if (markdown.length > 1 && length > limits.markdown)
    report.add(at, `markdown blocks must be less than ${limits.markdown + 1} characters`);
  const charts = blocks.filter((block) => block.type === 'data_visualization');
  if (charts.length > limits.chart.perMessage)
    report.add(at, `no more than ${limits.chart.perMessage} data_visualization blocks allowed`);
}

/** Slack takes one table, of either kind, in a message (slack.md, section 6). */
export const tablesIn = (blocks: JsonObject[]): number =>
  blocks.filter((block) => block.type === 'table' || block.type === 'data_table').length +
  blocks.reduce((sum, block) => sum + nested(block), 0);

const nested = (block: JsonObject): number =>
  block.child_blocks === undefined ? 0 : tablesIn(objectsIn(block.child_blocks));

/** Elements of a block that somebody can act on. */
export function elementsIn(value: Json): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(elementsIn);
  if (!isObject(value)) return [];
  const inner = ['elements', 'accessory', 'element', 'child_blocks', 'actions'].flatMap((field) =>
    elementsIn(value[field] ?? null),
  );
  return isElement(value) ? [value, ...inner] : inner;
}

const isElement = ({ type }: JsonObject): boolean =>
  typeof type === 'string' &&
  /(?:button|buttons|select|input|picker|checkboxes|overflow)$/u.test(type) &&
  type !== 'input';

function uniqueBlockIds(blocks: JsonObject[], at: string, report: Report): void {
  const seen = new Set<Json>();
  for (const [index, block] of blocks.entries()) {
    const id = block.block_id;
    if (id === undefined) continue;
    if (seen.has(id)) report.add(`${at}/${index}/block_id`, `\`block_id\` must be unique: ${String(id)}`);
    seen.add(id);
  }
}

function uniqueActionIds(block: JsonObject, at: string, report: Report): void {
  const seen = new Set<Json>();
  for (const { action_id } of elementsIn(block)) {
    if (action_id === undefined) continue;
    if (seen.has(action_id))
      report.add(at, `\`action_id\` must be unique in its block: ${String(action_id)}`);
    seen.add(action_id);
  }
}
