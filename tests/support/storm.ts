import { Outbox } from '../../bot/delivery/outbox.js';
import { digest } from '../../jobs/shared/digest.js';
import type { Card } from '../../kernel/card/card.js';
import type { Chat, Platform } from '../../kernel/chat/chat.js';
import { MovableClock } from '../../kernel/time/clock.js';
import type { Store } from '../../store/engine/store.js';
import { enqueue } from '../../store/messages/outbox-queries.js';
import { ensurePlace } from './ensure-place.js';

export interface StormOptions {
  store: Store;
  chat: Chat;
  /** The groups it falls on, in turn. */
  groups: readonly string[];
  alerts: number;
  /** Jumps from minute to minute. */
  clock?: MovableClock;
}

/** A stall alert as it would be in a storm; the number is part of its title. */
const alertCard = (n: number): Card => ({
  key: `deal:D-${n}`,
  title: `停滞 · D-${n} · 风暴客户${n}号`,
  tone: 'warn',
  nodes: [{ kind: 'text', text: '12 个工作日没有跟进。' }],
});

/**
 * All alerts at once through the real outbox, and minute after minute of its clock until nothing is left to send.
 * Answers how many were sent, and how many given up.
 */
export async function storm({ store, chat, groups, alerts, clock = new MovableClock() }: StormOptions) {
  const { platform } = chat;
  const log = { warn: () => undefined, error: () => undefined };
  const outbox = new Outbox({
    ...{ store, clock, log, digest, timers: false, jitter: () => 0 },
    chats: new Map<Platform, Chat>([[platform, chat]]),
  });
  await store.tx(async (tx) => {
    const places = [];
    for (const id of groups) {
      const group = { platform, externalId: id, kind: 'group' as const, name: id, personId: null };
      places.push(await ensurePlace(tx, group, clock.now()));
    }
    for (let n = 1; n <= alerts; n++) {
      const placeId = places[n % places.length]?.id ?? '';
      clock.advance(1);
      const post = { dedupeKey: `storm-${n}`, placeId, locale: 'zh' as const, card: alertCard(n) };
      await enqueue(tx, post, clock.now());
    }
  });
  const done = { sent: 0, dead: 0, minutes: 0 };
  while (done.sent + done.dead < alerts && done.minutes < 200) {
    const { sent, dead } = await outbox.flush();
    done.sent += sent;
    done.dead += dead;
    done.minutes++;
    clock.advance(61_000);
  }
  return done;
}

/** The numbers of the alerts in a text, in the order they stand in. */
export const alertsIn = (text: string): number[] =>
  [...text.matchAll(/风暴客户(\d+)号/g)].map(([, n]) => Number(n));
