import type { Owned } from '../../sales/people/policy.js';
import type {
  Approval,
  Article,
  Customer,
  Deal,
  FollowUp,
  ForecastCall,
  Lead,
  OpenQuestion,
  Person,
  Place,
  Target,
  Task,
} from '../schema/row-types.js';
import type { Db } from '../statements/db.js';
import { findRow } from '../statements/rows.js';
import type { StoredType } from './record-types.js';

/** Whose a record is, and the customer whose collaborators may work on it. */
export interface Ownership extends Owned {
  customerId?: string;
}

const nobody: Ownership = { ownerId: null, teamId: null };

/** Finds whose records are, and remembers those it had to read: an act touches few customers and deals. */
export class Ownerships {
  private readonly known = new Map<string, Promise<Ownership>>();

  constructor(private readonly db: Db) {}

  /** Finds whose a record is that exists. */
  async of(type: StoredType, record: object): Promise<Ownership> {
    switch (type) {
      case 'customer': {
        const { id, ownerId, teamId } = record as Customer;
        return { ownerId, teamId, customerId: id };
      }
      case 'lead':
      case 'deal':
      case 'task': {
        const { ownerId, teamId, customerId } = record as Lead | Deal | Task;
        return { ownerId, teamId, customerId };
      }
      case 'followUp':
        return await this.parentOf(record as FollowUp);
      case 'contact':
      case 'collaborator':
        return await this.ofCustomer((record as { customerId: string }).customerId);
      case 'approval':
        return await this.ofDeal((record as Approval).dealId);
      case 'target':
        return await this.ofTarget(record as Target);
      case 'person': {
        const { id, teamId } = record as Person;
        return { ownerId: id, teamId };
      }
      case 'team':
        return { ownerId: null, teamId: (record as { id: string }).id };
      case 'place':
        return { ownerId: null, teamId: (record as Place).teamId };
      case 'article':
        return { ownerId: (record as Article).authorId, teamId: null };
      case 'question':
        return { ownerId: (record as OpenQuestion).askedBy, teamId: (record as OpenQuestion).teamId };
      case 'meeting':
        return { ownerId: null, teamId: (record as { teamId: string | null }).teamId };
      case 'dispute': {
        const { raisedBy, teamId } = record as { raisedBy: string; teamId: string | null };
        return { ownerId: raisedBy, teamId };
      }
      default: {
        const { personId, teamId = null } = record as Pick<ForecastCall, 'personId' | 'teamId'>;
        return { ownerId: personId ?? null, teamId };
      }
    }
  }

  /** Finds whose a record is before it exists: a task or follow-up is of whoever owns what it is about. */
  async ofNew(type: StoredType, given: object): Promise<Ownership> {
    if (type === 'task') return await this.parentOf(given as Task);
    return await this.of(type, given);
  }

  /** The deal, lead or customer that a task or follow-up is about. */
  private async parentOf({ customerId, dealId, leadId }: Pick<Task, 'customerId' | 'dealId' | 'leadId'>) {
    if (dealId) return await this.ofDeal(dealId);
    return leadId ? await this.ofLead(leadId) : await this.ofCustomer(customerId);
  }

  private async ofTarget({ scope, ownerId }: Pick<Target, 'scope' | 'ownerId'>): Promise<Ownership> {
    if (scope === 'company') return nobody;
    if (scope === 'team') return { ownerId: null, teamId: ownerId };
    const person = await findRow(this.db, this.db.t.people, { id: ownerId });
    return { ownerId: null, teamId: person?.teamId ?? null };
  }

  private ofCustomer = (id: string) =>
    this.once(id, async () => {
      const found = await findRow(this.db, this.db.t.customers, { id });
      return found ? { ownerId: found.ownerId, teamId: found.teamId, customerId: id } : nobody;
    });

  private ofDeal = (id: string) =>
    this.once(id, async () => ownershipIn(await findRow(this.db, this.db.t.deals, { id })));

  private ofLead = (id: string) =>
    this.once(id, async () => ownershipIn(await findRow(this.db, this.db.t.leads, { id })));

  private once(id: string, find: () => Promise<Ownership>): Promise<Ownership> {
    const known = this.known.get(id) ?? find();
    this.known.set(id, known);
    return known;
  }

  /** Forgets what was read of a record that has changed. */
  forget(id: string): void {
    this.known.delete(id);
  }
}

const ownershipIn = (record: Deal | Lead | undefined): Ownership =>
  record ? { ownerId: record.ownerId, teamId: record.teamId, customerId: record.customerId } : nobody;
