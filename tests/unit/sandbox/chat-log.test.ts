import { expect, test } from 'vitest';
import { ChatLog, type Entry } from '../../../adapters/sandbox/room/chat-log.js';

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  place: 'east',
  at: new Date('2026-11-25T01:00:00Z'),
  author: null,
  to: null,
  body: { kind: 'said', text: id, replyTo: null },
  ...more,
});

const ids = (entries: Entry[]) => entries.map(({ id }) => id);

test('the chat log keeps the last 300 entries of a place', () => {
  const log = new ChatLog();
  for (let n = 0; n < 310; n++) log.add(entry(`e${n}`));
  expect(log.entriesFor('east', 'han')).toHaveLength(300);
  expect(log.find('e9')).toBeUndefined();
  expect(log.find('e10')?.id).toBe('e10');
});

test('a private entry is seen by one person', () => {
  const log = new ChatLog();
  log.add(entry('all'));
  log.add(entry('one', { to: 'han' }));
  expect(ids(log.entriesFor('east', 'han'))).toEqual(['all', 'one']);
  expect(ids(log.entriesFor('east', 'zhou'))).toEqual(['all']);
});

test('the chat log returns the changes since a position, or null if they are lost', () => {
  const log = new ChatLog();
  log.add(entry('a'));
  const seen = log.last;
  log.add(entry('b'));
  log.clockMoved();
  expect(log.since(seen)?.map(({ kind }) => kind)).toEqual(['add', 'clock']);
  expect(log.since(log.last)).toEqual([]);
  expect(log.since(log.last + 1)).toBeNull();
  for (let n = 0; n < 1_001; n++) log.clockMoved();
  expect(log.since(seen)).toBeNull();
});

test('the chat log counts entries by others since the place was last seen', () => {
  const log = new ChatLog();
  log.add(entry('a'));
  expect(log.unread('east', 'han')).toBe(1);
  log.markSeen('east', 'han');
  log.add(entry('mine', { author: 'han' }));
  log.add(entry('b', { author: 'zhou' }));
  log.add(entry('quiet', { to: 'zhou' }));
  expect(log.unread('east', 'han')).toBe(1);
  expect(log.unread('east', 'zhou')).toBe(3);
});
