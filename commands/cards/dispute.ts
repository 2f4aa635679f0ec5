import { type Action, actions, button, type Card, context, fields, text } from '../../bot/kernel/card.js';
import { formatMoment } from '../../bot/kernel/time/format.js';
import { customerById } from '../../store/customers.js';
import type { Db } from '../../store/db.js';
import { openDealsOf } from '../../store/deals.js';
import type { Dispute } from '../../store/disputes.js';
import { lastFollowUps } from '../../store/follow-ups.js';
import { personById } from '../../store/people.js';
import type { Reader } from '../acts/tell.js';
import { customerNo, dealNo } from '../records.js';
import { redacted } from '../sight.js';
import { common } from '../texts/common.js';
import { disputeTexts } from '../texts/dispute.js';

/** Both sides of a dispute, for who decides it; `now` tells how old it is where it is a reminder. */
export async function disputeCard(
  db: Db,
  reader: Reader,
  dispute: Dispute,
  now: Date,
  isReminder = false,
): Promise<Card> {
  const { locale, zone } = reader;
  const t = disputeTexts(locale);
  const c = common(locale);
  const customer = await customerById(db, dispute.customerId);
  const name = customer?.name ?? '';
  const by = (await personById(db, dispute.raisedBy))?.name ?? '';
  const owner = customer?.ownerId ? (await personById(db, customer.ownerId))?.name : undefined;
  const [log] = await lastFollowUps(db, dispute.customerId, 1);
  const logged = log && (await personById(db, log.personId))?.name;
  const deals = (await openDealsOf(db, dispute.customerId)).map(
    (deal) => `${dealNo(deal)} ${redacted(reader, deal.name, deal)}`,
  );
  const verdict = (what: 'given' | 'kept' | 'merged') => ({ dispute: dispute.id, verdict: what });
  const taps: Action[] =
    dispute.status === 'open'
      ? [
          button(t.give(by), 'dispute-decide', verdict('given')),
          button(owner ? t.keep(owner) : t.keepOwner, 'dispute-decide', verdict('kept')),
          button(t.merge, 'dispute-decide', verdict('merged')),
        ]
      : [];
  return {
    key: `dispute:${dispute.id}`,
    title: t.title(name),
    tone: dispute.status === 'open' ? 'warn' : 'neutral',
    nodes: [
      text(t.asks(by, name), 'strong'),
      ...(isReminder ? [text(t.still(formatMoment(dispute.createdAt, zone, locale, now)))] : []),
      ...fields(
        [t.why, dispute.reason],
        [t.theirs, c.list([dispute.contact, dispute.phone, dispute.email].filter((one) => one !== null))],
        [t.owner, owner ?? c.nobody],
        [
          t.last,
          log &&
            `${formatMoment(log.at, zone, locale, now)} ${logged ?? ''}: ${redacted(reader, log.words, { ownerId: log.personId })}`,
        ],
        [t.deals, c.list(deals.slice(0, 3))],
      ),
      ...actions(...taps),
      context(customer ? customerNo(customer) : ''),
    ],
  };
}
