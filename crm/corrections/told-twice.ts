import { actions, button, type Card, text } from '../../kernel/card/card.js';
import { localDate } from '../../kernel/time/zone.js';
import type { ActRead } from '../../language/reading/sentence-reading.js';
import { isRetold } from '../../language/talk/retold.js';
import { lastFollowUps } from '../../store/activity/follow-up-queries.js';
import { contactById } from '../../store/customers/contact-queries.js';
import type { FollowUp } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { followUpWords } from '../access/visibility.js';
import type { Subject } from '../lookup/open-subject.js';
import { momentWords } from '../words/zoned-dates.js';

/** How long after a visit was logged words about one more may mean the same, in ms. */
const sameMs = 60 * 60_000;
/** Most follow-ups that are looked at. */
const most = 5;

/** Finds the visit, or what the words say was told before, that the speaker logged within the hour and may be telling again. */
export async function toldBefore(
  ctx: Context,
  { customer, deal }: Subject,
  act: ActRead,
  words: string,
): Promise<FollowUp | undefined> {
  const isAgain = isRetold(words);
  // Words that go on about the customer, without its name, rarely tell of a visit anew.
  const isVisit = act.channel === 'visit' && act.mention !== undefined;
  if (act.act !== 'log' || act.isOnlyContact || (!isAgain && !isVisit)) return undefined;
  for (const one of await lastFollowUps(ctx.db, customer.id, most)) {
    const isRecent = one.personId === ctx.person.id && ctx.now.getTime() - one.createdAt.getTime() < sameMs;
    const isSameWay = act.channel === undefined ? isAgain : one.channel === act.channel;
    const isSameDeal = !one.dealId || !deal || one.dealId === deal.id;
    if (!isRecent || !isSameWay || !isSameDeal || (act.at ?? '') !== localDate(one.at, ctx.zone)) continue;
    if (isAgain || !(await metAnother(ctx, one, act))) return one;
  }
  return undefined;
}

/** Whether the words name somebody else than the one who was met. */
async function metAnother(
  ctx: Context,
  { contactId, words }: FollowUp,
  { contacts }: ActRead,
): Promise<boolean> {
  const met = contactId ? await contactById(ctx.db, contactId) : undefined;
  const known = `${words} ${met?.name ?? ''}${met?.title ?? ''}`.toLowerCase();
  return (
    met !== undefined && contacts.length > 0 && contacts.every((one) => !known.includes(one.toLowerCase()))
  );
}

/** Asks whether the same visit is told of once more. Writes nothing; `again` is the call that records the words. */
export function sameOrAnotherCard(
  ctx: Context,
  before: FollowUp,
  customer: string,
  again: Record<string, string | true>,
): Card {
  const t = textsIn(ctx.locale).sentence;
  const { channels, saidPrivately } = textsIn(ctx.locale).work;
  const way = channels[before.channel];
  return {
    key: 'ask:twice',
    title: t.toldTwice(way, customer, momentWords(ctx, before.createdAt)),
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(followUpWords(ctx, before) || saidPrivately, 'quote'),
      ...actions(
        button(t.sameOne(way), 'say', { ...again, isSame: true }),
        button(t.anotherOne(way), 'say', { ...again, isAnother: true }),
      ),
    ],
  };
}
