import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { floors, houseFiles, type RoomName, roomOf, rooms, root } from './house.js';

/** The page that holds the picture, from the root. */
export const housePage = 'docs/architecture.md';

/** What a room is for, in a box's few words. */
const purposes: Record<RoomName, string> = {
  texts: 'all words, one folder per language',
  kernel: 'what everything speaks',
  sales: 'rules of selling',
  store: 'tables and queries',
  language: 'plain sentences and questions',
  adapters: 'chat platforms',
  crm: 'acts on records, cards',
  reports: 'figures to cards',
  intake: 'imports',
  commands: 'what people say and tap',
  jobs: 'what the clock starts',
  bot: 'the process',
};

/** The page with the picture and the table of the house drawn from the code as it is now. */
export function drawnHousePage(): string {
  const page = readFileSync(join(root, housePage), 'utf8');
  const parts: Record<string, string> = { picture: picture(page), floors: floorsTable() };
  return Object.entries(parts).reduce((text, [name, part]) => {
    const marks = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
    return text.replace(marks, (_, open: string, close: string) => `${open}${part}\n${close}`);
  }, page);
}

/** Boxes with their sizes, and the arrows that no longer way replaces. */
function picture(page: string): string {
  const files = houseFiles();
  const lines = (of: typeof files) => of.reduce((sum, file) => sum + file.lines, 0);
  const boxes = rooms.toReversed().map((room) => {
    const own = files.filter(({ path }) => roomOf(path) === room);
    const shown = new RegExp(`${room}/</b>.*?about (\\d+) files<br/>(\\d+) %`).exec(page);
    const count = steady(shown?.[1], own.length, 20);
    const share = steady(shown?.[2], (100 * lines(own)) / lines(files), 5);
    return `  ${room}["<b>${room}/</b><br/>${purposes[room]}<br/>about ${count} files<br/>${share} % of the lines"]`;
  });
  const arrows = importedRooms();
  const drawn = rooms
    .toReversed()
    .flatMap((from) =>
      [...arrows[from]].filter((to) => !goesRound(arrows, from, to)).map((to) => `  ${from} --> ${to}`),
    );
  return ['```mermaid', 'flowchart TB', ...boxes, ...drawn, '```'].join('\n');
}

/** Keeps the number on the page until the true one is a whole step away, so that few commits change the page. */
function steady(shown: string | undefined, now: number, step: number): number {
  const kept = Number(shown);
  return Math.abs(kept - now) < step ? kept : Math.max(step, Math.round(now / step) * step);
}

/** The rooms that the files of each room import. */
function importedRooms(): Record<RoomName, Set<RoomName>> {
  const arrows = Object.fromEntries(rooms.map((room) => [room, new Set<RoomName>()])) as Record<
    RoomName,
    Set<RoomName>
  >;
  for (const { path, own } of houseFiles())
    for (const to of own.map(roomOf)) if (to !== roomOf(path)) arrows[roomOf(path)].add(to);
  return arrows;
}

/** Whether `to` can also be reached from `from` by way of another room. */
function goesRound(arrows: Record<RoomName, Set<RoomName>>, from: RoomName, to: RoomName): boolean {
  const leads = (room: RoomName): boolean => room === to || [...arrows[room]].some(leads);
  return [...arrows[from]].some((room) => room !== to && leads(room));
}

/** One row a room, from the top floor down: what it may import, and what it imports now. */
function floorsTable(): string {
  const arrows = importedRooms();
  const list = (of: Iterable<RoomName>) => {
    const named = new Set(of);
    return rooms.filter((room) => named.has(room)).join(', ') || '–';
  };
  const rows = rooms.toReversed().map((room) => {
    const unused = floors[room].filter((to) => to !== room && !arrows[room].has(to));
    const may = room === 'bot' ? 'every room' : list(floors[room]);
    return `| \`${room}/\` | ${may} | ${list(unused)} |`;
  });
  return ['| room | may import | of these, not used now |', '|---|---|---|', ...rows].join('\n');
}
