import type { RecordType } from '../../sales/people/change-kinds.js';
import type { Event } from '../schema/row-types.js';

/** A customer, lead, deal or task that another person owns after an act than before it; null: nobody. */
export interface OwnerChange {
  type: 'customer' | 'lead' | 'deal' | 'task';
  id: string;
  from: string | null;
  to: string | null;
  /** The record's number, if the facts of the change name it. */
  no?: number;
}

type Facts = Record<string, unknown> | null;

const owned: readonly string[] = ['customer', 'lead', 'deal', 'task'] satisfies OwnerChange['type'][];

/** Collects whose records changed hands in one act, so that the people concerned are notified whatever the command was. */
export class OwnerChanges {
  private readonly found = new Map<string, OwnerChange>();

  /** Notes a change of a record by its facts before and after; null for a record that was not there or is gone. */
  note(type: RecordType, id: string, before: Facts, after: Facts): void {
    const [from, to] = [ownerIn(before), ownerIn(after)];
    if (!owned.includes(type) || from === undefined || to === undefined) return;
    const first = this.found.get(id)?.from;
    const { no } = (before ?? after ?? {}) as { no?: number };
    this.found.set(id, {
      type: type as OwnerChange['type'],
      id,
      from: first === undefined ? from : first,
      to,
      no,
    });
  }

  /** Notes what an undone act gives back. */
  noteUndone(events: readonly Event[]): void {
    for (const { recordType, recordId, before, after } of [...events].reverse())
      this.note(recordType as RecordType, recordId, after, before);
  }

  /** Leaves out what was noted so far: the act itself tells the people concerned, with its reasons. */
  settle(): void {
    this.found.clear();
  }

  /** Lists the records that somebody else owns than before the act. */
  list(): OwnerChange[] {
    return [...this.found.values()].filter(({ from, to }) => from !== to);
  }
}

/** The owner that the facts name: null for nobody or no record, undefined if they say nothing of it. */
const ownerIn = (facts: Facts): string | null | undefined =>
  facts === null ? null : 'ownerId' in facts ? (facts.ownerId as string | null) : undefined;
