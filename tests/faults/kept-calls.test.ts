import { expect, test } from 'vitest';
import { KeepingChat } from '../../bot/delivery/kept-calls.js';
import { button, type Call, type Card } from '../../kernel/card/card.js';
import type { Answer, Chat, ChatHost, Inbound, Sent } from '../../kernel/chat/chat.js';
import { callToken, decodeCall } from '../../kernel/render/call-code.js';
import { FixedClock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import { callOfToken } from '../../store/messages/call-tokens.js';
import { cleanUp } from '../../store/running/cleanup-queries.js';
import { textsIn } from '../../texts/languages.js';
import { eachDatabase } from '../support/databases.js';
import { world } from '../support/world.js';

const mostBytes = 60;
const short: Call = { command: 'move', input: { deal: 'D-1' } };
const long: Call = { command: 'log', input: { words: '客户说价格偏高，下周三再约，到时候带上报价单。' } };
const cardWith = (...calls: Call[]): Card => ({
  key: 'deal:D-1',
  title: 'D-1',
  tone: 'info',
  nodes: [{ kind: 'actions', items: calls.map((call) => button('✓', call.command, call.input)) }],
});
const place = { id: 'east', kind: 'group' as const };
const tap = (call: Call): Inbound => ({
  ...{ id: 'e1', platform: 'paper', speaker: { id: 'lei' }, place },
  act: { kind: 'tap', call, messageId: 'm1' },
});

/** A chat whose host gives one answer, and what that host was handed. */
async function talking(store: Store, answer: Answer = { cards: [] }) {
  const clock = new FixedClock('2026-11-26T02:00:00Z');
  const received: Call[] = [];
  const host: ChatHost = {
    receive: async ({ act }) => {
      if (act.kind !== 'say') received.push(act.call);
      return answer;
    },
    asks: () => false,
    knows: async () => true,
    suggest: async () => [],
    posted: async () => undefined,
    redraw: async () => false,
    later: async () => undefined,
    membersChanged: async () => undefined,
    askedInWindow: async () => undefined,
    say: () => '',
  };
  let given: ChatHost | undefined;
  const inner: Chat = {
    platform: 'paper',
    postsPerMinute: 60,
    start: async (own) => {
      given = own;
    },
    stop: async () => undefined,
    send: async (): Promise<Sent> => ({ ok: true, messageId: 'm1' }),
    update: async (_place, messageId): Promise<Sent> => ({ ok: true, messageId }),
  };
  const chat = new KeepingChat(inner, { store, clock, mostBytes, log: { error: () => undefined } });
  await chat.start(host);
  const receive = async (inbound: Inbound) => await (given ?? host).receive(inbound);
  return { chat, clock, received, receive };
}

const tokens = async (store: Store) => await store.db.q.select().from(store.db.t.callTokens);
const tapped = (call: Call): Call => decodeCall(callToken(call)) as Call;

eachDatabase('calls too long for a button', (open) => {
  test('are stored with the answer that shows them, and a tap runs the stored call', async () => {
    const { store } = await open();
    const form = { call: { ...long, command: 'lead' }, title: '', submit: '', fields: [] };
    const { receive, received } = await talking(store, { cards: [cardWith(short, long)], form });
    await receive(tap(short));
    expect((await tokens(store)).map(({ token }) => token).sort()).toEqual(
      [callToken(long), callToken(form.call)].sort(),
    );
    await receive(tap(tapped(long)));
    expect(received).toEqual([short, long]);
  });

  test('are stored once, for as long as cards use them', async () => {
    const { store } = await open();
    const { chat, clock } = await talking(store);
    await chat.send({ key: 'p1', place, card: cardWith(long, long), locale: 'zh' });
    clock.set('2026-11-27T02:00:00Z');
    await chat.update?.(place, 'm1', cardWith(long), 'zh');
    expect(await tokens(store)).toEqual([{ token: callToken(long), call: long, at: clock.now() }]);
    const ago = (cards: Date) => ({
      ...{ answers: cards, posts: cards, drafts: cards, sights: cards, told: cards, modelCalls: cards },
      cards,
    });
    expect(await store.tx((tx) => cleanUp(tx, ago(clock.now())))).toBe(0);
    expect(await callOfToken(store.db, callToken(long))).toEqual(long);
    clock.advance(1);
    expect(await store.tx((tx) => cleanUp(tx, ago(clock.now())))).toBe(1);
    expect(await callOfToken(store.db, callToken(long))).toBeUndefined();
  });

  test('do not stop an answer if they cannot be stored', async () => {
    const { store } = await open();
    const answer = { cards: [cardWith(long)] };
    const { receive } = await talking(store, answer);
    await store.close();
    expect(await receive(tap(tapped(long)))).toEqual(answer);
  });
});

test('a tap on a call no longer stored is answered and does nothing', async () => {
  const w = await world();
  const lei = await w.rep('李雷');
  const chat = { id: `private-${lei.id}`, kind: 'private' as const };
  const { cards } = await w.receive(lei.id, chat, { kind: 'tap', call: tapped(long), messageId: 'm1' });
  expect(JSON.stringify(cards)).toContain(textsIn('zh').dispatch.gone);
  await w.close();
});
