import { type Action, actions, button, type Card, context, fields, text } from '../../kernel/card/card.js';
import { customerNo, dealNo } from '../../kernel/records/record-number.js';
import { formatMoment } from '../../kernel/time/format-time.js';
import { lastFollowUps } from '../../store/activity/follow-up-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Dispute } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Reader } from '../access/reader.js';
import { followUpWords, redacted } from '../access/visibility.js';

/**
 * Both sides of a dispute, for whoever decides it; `now` is set for a reminder, which says how old the
 * dispute is.
 */
export async function disputeCard(
  db: Db,
  reader: Reader,
  dispute: Dispute,
  now: Date,
  isReminder = false,
): Promise<Card> {
  const { locale, zone } = reader;
  const t = textsIn(locale).dispute;
  const c = textsIn(locale).common;
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
      ...(isReminder ? [text(t.still(formatMoment(dispute.createdAt, { zone, locale }, now)))] : []),
      ...fields(
        [t.why, dispute.reason],
        [
          t.theirs,
          formatsIn(locale).list(
            [dispute.contact, dispute.phone, dispute.email].filter((one) => one !== null),
          ),
        ],
        [t.owner, owner ?? c.nobody],
        [
          t.last,
          log &&
            `${formatMoment(log.at, { zone, locale }, now)} ${logged ?? ''}: ${followUpWords(reader, log) || textsIn(locale).work.saidPrivately}`,
        ],
        [t.deals, formatsIn(locale).list(deals.slice(0, 3))],
      ),
      ...actions(...taps),
      context(customer ? customerNo(customer) : ''),
    ],
  };
}
