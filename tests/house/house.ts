import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** The checkout. */
export const root = join(import.meta.dirname, '../..');

/** The rooms of the house, from the lowest floor up. */
export const rooms = [
  'texts',
  'kernel',
  'sales',
  'store',
  'language',
  'adapters',
  'crm',
  'reports',
  'intake',
  'commands',
  'jobs',
  'bot',
] as const;
export type RoomName = (typeof rooms)[number];

/** The floors: what each room may import beside itself. */
export const floors: Record<RoomName, readonly RoomName[]> = {
  texts: [],
  kernel: ['texts'],
  sales: ['texts', 'kernel'],
  store: ['texts', 'kernel', 'sales'],
  language: ['texts', 'kernel', 'sales'],
  adapters: ['texts', 'kernel'],
  crm: ['texts', 'kernel', 'sales', 'store', 'language'],
  reports: ['texts', 'kernel', 'sales', 'store', 'language', 'crm'],
  intake: ['texts', 'kernel', 'sales', 'store', 'language', 'crm'],
  commands: ['texts', 'kernel', 'sales', 'store', 'language', 'crm', 'reports', 'intake'],
  jobs: ['texts', 'kernel', 'sales', 'store', 'language', 'crm', 'reports', 'intake'],
  bot: rooms,
};

/** A source file with what it imports of ours and of others; type-only imports count. */
export interface HouseFile {
  /** Path from the root, with '/'. */
  path: string;
  text: string;
  /** Number of lines. */
  lines: number;
  /** Paths of our own files. */
  own: string[];
  /** Names of libraries and of Node's modules. */
  libraries: string[];
}

export const roomOf = (path: string): RoomName => path.split('/')[0] as RoomName;
export const folderOf = (path: string): string => dirname(path);

/** Every source file of the house, tests and benches left out. */
export function houseFiles(): HouseFile[] {
  const paths = rooms
    .flatMap((room) => readdirSync(join(root, room), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const known = new Set(paths);
  return paths.sort().map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const targets = importedBy(text);
    return {
      path,
      text,
      lines: text.split('\n').length,
      own: targets.filter((target) => target.startsWith('.')).map((target) => fileOf(path, target, known)),
      libraries: targets.filter((target) => !target.startsWith('.')),
    };
  });
}

/** The module names that a file's import, export and import() lines give. */
function importedBy(text: string): string[] {
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function fileOf(from: string, target: string, known: ReadonlySet<string>): string {
  const path = normalize(join(dirname(from), target))
    .replaceAll('\\', '/')
    .replace(/\.js$/, '.ts');
  return known.has(`${path}x`) ? `${path}x` : path;
}

/** Imports between folders: 'crm/acts' → 'crm/cards', with the lines that make them. */
export function folderArrows(files: readonly HouseFile[]): Map<string, Map<string, string[]>> {
  const arrows = new Map<string, Map<string, string[]>>();
  for (const file of files) {
    for (const target of file.own) {
      const [from, to] = [folderOf(file.path), folderOf(target)];
      if (from === to) continue;
      const of = arrows.get(from) ?? new Map<string, string[]>();
      arrows.set(from, of.set(to, [...(of.get(to) ?? []), `${file.path} → ${target}`]));
    }
  }
  return arrows;
}

/** Groups of nodes that reach each other (Tarjan 1972); a node alone is no circle. */
export function circles(nodes: Iterable<string>, next: (node: string) => Iterable<string>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): number => {
    const index = order.size;
    order.set(node, index);
    let lowest = index;
    stack.push(node);
    for (const other of next(node)) {
      if (!order.has(other)) lowest = Math.min(lowest, visit(other));
      else if (stack.includes(other)) lowest = Math.min(lowest, order.get(other) ?? lowest);
    }
    low.set(node, lowest);
    if (lowest === index) {
      const circle = stack.splice(stack.indexOf(node));
      if (circle.length > 1) found.push(circle);
    }
    return lowest;
  };
  for (const node of nodes) if (!order.has(node)) visit(node);
  return found;
}
