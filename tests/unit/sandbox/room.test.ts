import { beforeEach, expect, test } from 'vitest';
import type { Entry } from '../../../adapters/sandbox/room/chat-log.js';
import { Room, type RoomAct } from '../../../adapters/sandbox/room/room.js';
import type { Card } from '../../../kernel/card/card.js';
import type { Answer, ChatHost, Inbound } from '../../../kernel/chat/chat.js';
import { silent } from '../../support/sandbox-demo.js';

const card = (title: string): Card => ({ key: title, title, tone: 'neutral', nodes: [] });
const call = { command: 'move', input: { deal: 'D-1' } };
const group = { id: 'east', kind: 'group' as const };

let answer: (inbound: Inbound) => Answer | Promise<Answer>;
let received: Inbound[];
let posted: string[];
let room: Room;

const host: ChatHost = {
  receive: async (inbound) => {
    received.push(inbound);
    return answer(inbound);
  },
  posted: async (_platform, _place, messageId, shown) => {
    posted.push(`${messageId} ${shown.title}`);
  },
  say: () => '推 D-1',
  asks: () => false,
  knows: async () => true,
  later: async () => undefined,
  membersChanged: async () => undefined,
  askedInWindow: async () => undefined,
  redraw: async (_platform, _place, _id, show) => (await show(card('新'), 'zh', true)).ok,
  suggest: async () => [],
};

beforeEach(() => {
  received = [];
  posted = [];
  answer = () => ({ cards: [card('答')] });
  room = new Room(() => new Date('2026-11-25T01:00:00Z'), silent);
  room.open(host);
});

const act = (id: string, what: RoomAct['act'], person = 'lilei'): RoomAct => ({
  id,
  act: what,
  speaker: { id: person },
  locale: 'zh',
  place: group,
});
const say = (id: string, text: string) => act(id, { kind: 'say', text });

const titles = (person: string) =>
  room.log.entriesFor('east', person).map(({ body }) => (body.kind === 'said' ? body.text : body.card.title));
const last = () => room.log.entriesFor('east', 'lilei').at(-1);

test('an answer that replaces is drawn into the tapped card, with further cards below', async () => {
  await room.perform(say('1', '问'));
  const id = last()?.id ?? '';
  answer = () => ({ cards: [card('新'), card('又')], redraws: true, replaces: true });
  await room.perform(act('2', { kind: 'tap', call, messageId: id }));
  expect(titles('han')).toEqual(['问', '新', '又']);
  expect(posted).toEqual([`${id} 答`, `${last()?.id} 又`]);
});

test('a reply quotes the message, or the quoted text of a card', async () => {
  answer = () => ({
    cards: [{ ...card('已记'), nodes: [{ kind: 'text', text: '价格偏高', style: 'quote' }] }],
  });
  await room.perform(say('1', '凌峰要三个月'));
  const [mine, noted] = room.log.entriesFor('east', 'lilei');
  const reply = (id: string, replyTo: string | undefined, person?: string) =>
    room.perform(act(id, { kind: 'say', text: '文章', replyTo }, person));
  await reply('2', mine?.id, 'han');
  await reply('3', noted?.id);
  await reply('4', 'gone');
  answer = () => ({ cards: [card('私')], quiet: true });
  await room.perform(say('5', '问'));
  await reply('6', last()?.id, 'han');
  const quoted = received.flatMap(({ act: one }) => (one.kind === 'say' && one.replyTo ? [one.quoted] : []));
  expect(quoted).toEqual(['凌峰要三个月', '价格偏高', undefined, undefined]);
});

test('a private answer never replaces a card that others see', async () => {
  await room.perform(say('1', '问'));
  answer = () => ({ cards: [card('不行')], replaces: true, quiet: true });
  await room.perform(act('2', { kind: 'tap', call, messageId: last()?.id ?? '' }, 'han'));
  expect(titles('lilei')).toEqual(['问', '答']);
  expect(titles('han')).toEqual(['问', '答', '不行']);
});

test('a tap on a card of another place or person replaces nothing', async () => {
  answer = () => ({ cards: [card('私')], quiet: true });
  await room.perform(say('1', '问'));
  answer = () => ({ cards: [card('新')], redraws: true, replaces: true });
  await room.perform(act('2', { kind: 'tap', call, messageId: last()?.id ?? '' }, 'han'));
  expect(titles('lilei')).toEqual(['问', '私', '新']);
});

test('a tap without a card is shown as its typed line', async () => {
  await room.perform(act('1', { kind: 'tap', call, messageId: 'gone' }));
  const body = last()?.body;
  expect(body?.kind === 'card' && body.cause).toEqual({ person: 'lilei', label: '推 D-1' });
});

test('a failed act can be sent again under its id, a successful act is not repeated', async () => {
  answer = () => {
    throw new Error('busy');
  };
  await expect(room.perform(say('1', '问'))).rejects.toThrow('busy');
  answer = () => ({ cards: [card('答')] });
  await room.perform(say('1', '问'));
  await room.perform(say('1', '问'));
  expect(received).toHaveLength(2);
  expect(titles('lilei')).toEqual(['问', '答']);
});

test('closing waits for running acts and refuses new ones', async () => {
  let release = (_: Answer) => {};
  answer = () =>
    new Promise((resolve) => {
      release = resolve;
    });
  const running = room.perform(say('1', '问'));
  let closed = false;
  const closing = room.close().then(() => {
    closed = true;
  });
  await Promise.resolve();
  expect(closed).toBe(false);
  release({ cards: [card('答')] });
  await Promise.all([running, closing]);
  expect(titles('lilei')).toEqual(['问', '答']);
  await expect(room.perform(say('2', '晚了'))).rejects.toThrow();
});

test('a card is shown even if the host fails to store it', async () => {
  room.open({ ...host, posted: () => Promise.reject(new Error('locked')) });
  await room.perform(say('1', '问'));
  expect(titles('lilei')).toEqual(['问', '答']);
});

test('what was said and shown is there again in a room with the same memory, and counts as seen', async () => {
  const kept = new Map<string, Entry>();
  const memory = {
    load: async () => [...kept.values()].map((entry) => structuredClone(entry)),
    save: (entry: Entry) => void kept.set(entry.id, entry),
    settled: async () => undefined,
  };
  const before = new Room(() => new Date('2026-11-25T01:00:00Z'), silent, memory);
  await before.open(host);
  await before.perform(say('1', '问'));
  const shown = before.log.entriesFor('east', 'lilei').at(-1)?.id ?? '';
  room = new Room(() => new Date('2026-11-26T01:00:00Z'), silent, memory);
  await room.open(host);
  expect(titles('han')).toEqual(['问', '答']);
  expect(room.log.unread('east', 'han')).toBe(0);
  answer = () => ({ cards: [card('新')], redraws: true, replaces: true });
  await room.perform(act('2', { kind: 'tap', call, messageId: shown }));
  expect(titles('han')).toEqual(['问', '新']);
  expect(kept.get(shown)?.body).toMatchObject({ card: { title: '新' } });
});
