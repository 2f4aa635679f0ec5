import { type Document, isMap, isNode, isSeq, type Node, parseDocument, stringify } from 'yaml';

export type YamlPath = readonly (string | number)[];

/** The edit at a path: a new value, one more list item at the end or behind another, or one fewer. */
export type YamlEdit =
  | { set: unknown }
  | { add: unknown }
  | { remove: number }
  | { insert: unknown; after: number };

/**
 * Changes one value of a YAML text and leaves everything else, comments included, letter for letter. A
 * missing value is added at the end of its parent.
 */
export function editYaml(yaml: string, path: YamlPath, edit: YamlEdit): string {
  const document = parseDocument(yaml);
  const node = document.getIn(path, true);
  if ('set' in edit)
    return isPlaced(node) ? replaced(yaml, node, edit.set) : withKey(yaml, document, path, edit.set);
  if (!isSeq(node) || !isPlaced(node))
    return 'add' in edit ? withKey(yaml, document, path, [edit.add]) : yaml;
  const items = node.items.filter(isPlaced);
  const flow = node.flow === true || items.length === 0;
  if ('add' in edit)
    return flow ? addedInline(yaml, node, items, edit.add) : addedLine(yaml, items, edit.add);
  if ('insert' in edit)
    return flow
      ? addedInline(yaml, node, items.slice(0, edit.after + 1), edit.insert)
      : addedLine(yaml, items.slice(0, edit.after + 1), edit.insert);
  if (items.length === 1) return replaced(yaml, node, []);
  return flow ? cutInline(yaml, items, edit.remove) : cutLine(yaml, items, edit.remove);
}

type Placed = Node & { range: [number, number, number] };

const isPlaced = (node: unknown): node is Placed => isNode(node) && Array.isArray(node.range);

/** A value on one line: `{ role: manager, above: 300000 }`. */
const inlineYaml = (value: unknown): string =>
  typeof value === 'string' && /^[\d:.-]+$/.test(value)
    ? JSON.stringify(value)
    : stringify(value, { collectionStyle: 'flow', lineWidth: 0 })
        .trim()
        .replace(/\[ (.*) \]/, '[$1]');

const startOf = ({ range }: Placed): number => range[0];
const endOf = (yaml: string, { range }: Placed): number =>
  range[0] + yaml.slice(range[0], range[1]).trimEnd().length;
const endOfLine = (yaml: string, at: number): number =>
  yaml.indexOf('\n', at) < 0 ? yaml.length : yaml.indexOf('\n', at);

function replaced(yaml: string, node: Placed, value: unknown): string {
  return yaml.slice(0, startOf(node)) + inlineYaml(value) + yaml.slice(endOf(yaml, node));
}

function addedInline(yaml: string, list: Placed, items: readonly Placed[], value: unknown): string {
  const last = items.at(-1);
  if (!last) return replaced(yaml, list, [value]);
  const at = endOf(yaml, last);
  return `${yaml.slice(0, at)}, ${inlineYaml(value)}${yaml.slice(at)}`;
}

/** Adds a line after the last item's line, behind any comment there. */
function addedLine(yaml: string, items: readonly Placed[], value: unknown): string {
  const last = items.at(-1) as Placed;
  const at = endOfLine(yaml, endOf(yaml, last));
  return `${yaml.slice(0, at)}\n${dashOf(yaml, last)}- ${inlineYaml(value)}${yaml.slice(at)}`;
}

/** The white space before an item's dash. */
function dashOf(yaml: string, item: Placed): string {
  const before = yaml.slice(0, startOf(item));
  const dash = before.lastIndexOf('-');
  return before.slice(before.lastIndexOf('\n', dash) + 1, dash);
}

function cutInline(yaml: string, items: readonly Placed[], index: number): string {
  const [item, next, before] = [items[index], items[index + 1], items[index - 1]];
  if (!item) return yaml;
  if (next) return yaml.slice(0, startOf(item)) + yaml.slice(startOf(next));
  return before ? yaml.slice(0, endOf(yaml, before)) + yaml.slice(endOf(yaml, item)) : yaml;
}

function cutLine(yaml: string, items: readonly Placed[], index: number): string {
  const item = items[index];
  if (!item) return yaml;
  const before = yaml.slice(0, startOf(item));
  const from = before.lastIndexOf('\n', before.lastIndexOf('-')) + 1;
  return yaml.slice(0, from) + yaml.slice(endOfLine(yaml, endOf(yaml, item)) + 1);
}

/** Adds a missing key as a line after the last one of its map; if there is no such map, rewrites the file. */
function withKey(yaml: string, document: Document.Parsed, path: YamlPath, value: unknown): string {
  const map = document.getIn(path.slice(0, -1), true);
  const last = isMap(map) && !map.flow ? map.items.at(-1) : undefined;
  if (last && isPlaced(last.key) && (last.value === null || isPlaced(last.value))) {
    const key = startOf(last.key);
    const line = yaml.slice(yaml.lastIndexOf('\n', key) + 1, key);
    const at = endOfLine(yaml, last.value === null ? key : endOf(yaml, last.value as Placed));
    return `${yaml.slice(0, at)}\n${line.replace(/\S/g, ' ')}${path.at(-1)}: ${inlineYaml(value)}${yaml.slice(at)}`;
  }
  document.setIn(path, value);
  return document.toString({ lineWidth: 0 });
}
