import { actionsOf } from '../../kernel/card/card.js';
import type { Answer } from '../../kernel/chat/chat.js';
import { type Actor, printed } from '../support/world.js';
import type { Company } from './company.js';
import type { Conversation, Line } from './conversation.js';
import { keysShown } from './shown-keys.js';
import { labelsNotTyped } from './typed-labels.js';
import { Writing, type Written } from './written.js';

/** A line that was not answered as it should be. */
export interface Fault {
  line: Line;
  /** 'written': what should not be; 'missing': what should be; 'label': one that cannot be typed; 'key': one that is shown. */
  kind: 'written' | 'missing' | 'words' | 'tap' | 'silent' | 'label' | 'key' | 'bug';
  what: string;
  answer: string;
}

/** The labels of one answer in so many are typed. */
const typedEach = 3;

/** Holds the conversation in a company of its own, and lists what went wrong. */
export async function play({ w, actors }: Company, { lines }: Conversation): Promise<Fault[]> {
  const writing = new Writing(w.store.db);
  await writing.since();
  const faults: Fault[] = [];
  for (const [at, line] of lines.entries()) {
    const actor = actors.get(line.who);
    if (!actor) throw new Error(`nobody is called ${line.who}`);
    if (line.in) actor.in(line.in);
    else actor.alone();
    const bugs = w.incidents.length;
    const answer = await act(actor, line);
    const words = answer?.cards.map(printed).join('\n---\n') ?? '';
    const fault = (kind: Fault['kind'], what: string) => faults.push({ line, kind, what, answer: words });
    // What somebody typed is shown as it was typed.
    const keys = answer ? keysShown(w, actor, answer) : [];
    for (const key of keys) if (!line.says?.includes(key)) fault('key', key);
    if (!answer) fault('tap', `no button ${line.taps?.join(' / ')}`);
    // What people say to each other in a group is not answered.
    if (answer && words === '' && !line.in) fault('silent', 'no answer');
    if (w.incidents.length > bugs) fault('bug', String(w.incidents.at(-1)));
    const written = await writing.since();
    if (line.writes !== 'any') {
      for (const one of leftOver(written, line.writes)) fault('written', one);
      for (const one of lacking(written, line.writes)) fault('missing', one);
    }
    const isTyped = answer !== undefined && at % typedEach === 0;
    for (const label of isTyped ? await labelsNotTyped(actor, answer) : []) fault('label', label);
    for (const word of line.sees ?? []) if (!words.includes(word)) fault('words', `lacks ${word}`);
    for (const word of line.misses ?? []) if (words.includes(word)) fault('words', `holds ${word}`);
    w.clock.advance(20_000);
  }
  return faults;
}

async function act(actor: Actor, { says, taps, in: group }: Line): Promise<Answer | undefined> {
  if (says !== undefined) return await actor.says(says, { isOverheard: group !== undefined });
  const labels = actor.last.cards.flatMap(actionsOf).flatMap(({ ...one }) => labelsOf(one));
  const label = taps?.flatMap((word) => labels.find((one) => one.includes(word)) ?? []).at(0);
  return label === undefined ? undefined : await actor.taps(label);
}

type Action = ReturnType<typeof actionsOf>[number];
const labelsOf = (action: Action): string[] =>
  action.kind === 'select'
    ? action.options.map(({ label }) => label)
    : action.kind === 'button'
      ? [action.label]
      : [];

/** Whether what was written is what the words tell of: the same kind, and their other words stand in it. */
function isTold({ words }: Written, expected: string): boolean {
  if (words.startsWith('corrected')) return correctable.has(kindOf(expected));
  const kind = kindOf(expected);
  if (kindOf(words) !== kind) return false;
  const rest = expected.slice(kind.length).trim().toLowerCase();
  return ofSomebody.has(kind) || words.slice(kind.length).toLowerCase().includes(rest);
}

const kindOf = (words: string): string =>
  kinds.find((one) => words === one || words.startsWith(`${one} `)) ?? words;

/** What a correction may be called by who does not know how it is written. */
const correctable = new Set([
  'corrected',
  'follow-up',
  'task',
  'task moved',
  'undo',
  'contact',
  'deal changed',
]);

/** What is about a person, whom the row does not name. */
const ofSomebody = new Set(['target', 'setting', 'owner']);

/** The longest first, so that 'task done' is no 'task'. */
const kinds = [
  ...[
    'deal changed',
    'customer changed',
    'task done',
    'task moved',
    'task cancelled',
    'lead converted',
    'follow-up',
    'task',
  ],
  ...[
    'lead',
    'deal',
    'stage',
    'won',
    'lost',
    'customer',
    'owner',
    'contact',
    'approval',
    'target',
    'setting',
  ],
  ...['article', 'question', 'undo', 'corrected'],
];

function leftOver(written: Written[], expected: string[]): string[] {
  return written
    .filter((one) => !expected.some((words) => isTold(one, words)))
    .filter(({ isMinor }) => !(isMinor && expected.length > 0))
    .map(({ words }) => words);
}

const lacking = (written: Written[], expected: string[]): string[] =>
  expected.filter((words) => !written.some((one) => isTold(one, words)));
