import { asc } from 'drizzle-orm';
import { customerById } from '../../store/customers/customer-queries.js';
import type { Event } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { currentRecord, isIdentified } from '../../store/unit/stored-records.js';

/** What was written, in the words of the conversations: `follow-up 星河科技`. */
export interface Written {
  words: string;
  /** Follows from something else that was written, or is of no weight. */
  isMinor: boolean;
}

/** Tells what was written since it was asked last. */
export class Writing {
  private readonly known = new Set<string>();
  private readonly undone = new Set<string>();

  constructor(private readonly db: Db) {}

  async since(): Promise<Written[]> {
    const { events } = this.db.t;
    const all = await this.db.q.select().from(events).orderBy(asc(events.at), asc(events.id));
    const fresh = all.filter(({ id }) => !this.known.has(id));
    const taken = all.filter(({ id, undoneAt }) => undoneAt !== null && !this.undone.has(id));
    for (const { id } of fresh) this.known.add(id);
    for (const { id } of taken) this.undone.add(id);
    const written = await Promise.all(
      fresh.filter(({ undoneAt }) => undoneAt === null).map((event) => this.told(event)),
    );
    const told = written.filter((one) => one !== undefined);
    // A correction takes the act back and writes it anew.
    if (taken.length > 0 && told.some(({ isMinor }) => !isMinor))
      return [{ words: ['corrected', ...told.map(({ words }) => words)].join(' '), isMinor: false }];
    if (taken.length > 0) told.push({ words: 'undo', isMinor: false });
    const unique = new Map(told.map((one) => [one.words, one]));
    return [...unique.values()];
  }

  private async told({ kind, recordType, recordId, before, after }: Event): Promise<Written | undefined> {
    const said = wordsFor[kind];
    if (!said) return undefined;
    const current = isIdentified(recordType) ? await currentRecord(this.db, recordType, recordId) : {};
    const row: Record<string, unknown> = { ...current, ...before, ...after };
    const id = kind.startsWith('customer.') ? row.id : row.customerId;
    const customer = typeof id === 'string' ? await customerById(this.db, id) : undefined;
    const about = [customer?.name, row.name, row.title, row.words, row.note].filter(
      (one): one is string => typeof one === 'string' && one !== '',
    );
    return { words: [said, ...new Set(about)].join(' '), isMinor: minor.has(kind) };
  }
}

/** What each kind of change is called; others follow from these or are of no weight. */
const wordsFor: Partial<Record<string, string>> = {
  'followUp.created': 'follow-up',
  'task.created': 'task',
  'task.done': 'task done',
  'task.snoozed': 'task moved',
  'task.cancelled': 'task cancelled',
  'task.assigned': 'owner',
  'lead.created': 'lead',
  'lead.assigned': 'owner',
  'lead.claimed': 'owner',
  'lead.returned': 'owner',
  'lead.converted': 'lead converted',
  'deal.created': 'deal',
  'deal.changed': 'deal changed',
  'deal.called': 'deal changed',
  'deal.noted': 'deal changed',
  'deal.step': 'deal changed',
  'deal.moved': 'stage',
  'deal.back': 'stage',
  'deal.won': 'won',
  'deal.lost': 'lost',
  'deal.assigned': 'owner',
  'customer.created': 'customer',
  'customer.changed': 'customer changed',
  'customer.merged': 'customer changed',
  'customer.assigned': 'owner',
  'customer.claimed': 'owner',
  'customer.returned': 'owner',
  'customer.shared': 'owner',
  'contact.created': 'contact',
  'contact.changed': 'contact',
  'approval.requested': 'approval',
  'approval.voted': 'approval',
  'approval.approved': 'approval',
  'approval.rejected': 'approval',
  'target.set': 'target',
  'person.muted': 'setting',
  'person.language': 'setting',
  'person.zone': 'setting',
  'person.alerts': 'setting',
  'person.away': 'setting',
  'person.role': 'setting',
  'person.team': 'setting',
  'person.renamed': 'setting',
  'team.created': 'setting',
  'place.bound': 'setting',
  'place.language': 'setting',
  'process.changed': 'setting',
  'report.saved': 'setting',
  'article.written': 'article',
  'article.proposed': 'article',
  'question.asked': 'question',
};

/** Written beside a lead, a deal or a follow-up; that nobody expects them by name is no fault. */
const minor = new Set([
  // A closed deal needs no tasks.
  'task.dropped',
  'customer.created',
  'contact.created',
  'contact.changed',
  'lead.converted',
  'question.asked',
]);
