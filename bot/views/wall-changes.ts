import { isNumbered, recordNo } from '../../kernel/records/record-number.js';
import { openTasksOf } from '../../store/activity/task-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { approvalById } from '../../store/deals/approval-queries.js';
import { dealById, dealsOf } from '../../store/deals/deal-queries.js';
import { liveLeadsOf } from '../../store/leads/lead-queries.js';
import type { MessageKey } from '../../store/messages/posted-cards.js';
import { identitiesOf, personById } from '../../store/people/person-queries.js';
import { groupsOf } from '../../store/people/place-members.js';
import { listPlaces, placeById } from '../../store/people/place-queries.js';
import type { Event, Place } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { currentRecord } from '../../store/unit/stored-records.js';

/** Acts that were done or taken back, whose records may stand on the wall. */
export interface WallChange {
  acts: readonly string[];
  /** The message that its tap shows anew by itself. */
  except?: MessageKey | undefined;
  /** The rules of who sees what may have changed. */
  isEverywhere?: boolean;
  /** Groups that other people read than before. */
  places?: readonly Place[];
}

/** What events touch. */
export interface Touched {
  /** Numbers of records ('D-12'). */
  records: Set<string>;
  /** Records of which somebody may see less than before. */
  withdrawn: Set<string>;
  /** Places whose readers may see less than before. */
  places: Map<string, Place>;
  /** The rules of who sees what may have changed. */
  isEverywhere: boolean;
}

/** Facts that decide who may see a record, or how much of it; a lead's status says whether it is in the pool. */
const decisive = ['ownerId', 'teamId', 'mergedInto', 'pooledAt'];
const isDecisive = ({ recordType, before, after }: Event): boolean =>
  [...decisive, ...(recordType === 'lead' ? ['status'] : [])].some(
    (name) => before !== null && (name in before || name in (after ?? {})),
  );

/** What the events of some acts touch. */
export async function touchedBy(db: Db, events: readonly Event[]): Promise<Touched> {
  const touched: Touched = {
    records: new Set(),
    withdrawn: new Set(),
    places: new Map(),
    isEverywhere: false,
  };
  for (const event of events) await touch(db, event, touched);
  return touched;
}

async function touch(db: Db, event: Event, touched: Touched): Promise<void> {
  const { recordType: type, recordId: id } = event;
  if (isNumbered(type)) {
    const record = await currentRecord(db, type, id);
    if (!record) return await removed(event, touched);
    const number = recordNo(type, Number(record.no));
    touched.records.add(number);
    if (!isDecisive(event)) return;
    touched.withdrawn.add(number);
    const customerId = type === 'customer' ? id : String(record.customerId);
    await withdrawCustomer(db, customerId, type === 'customer', touched);
  } else if (type === 'collaborator') await withdrawCustomer(db, id, true, touched);
  else if (type === 'approval') {
    // A request that was taken back is gone; what was noted when it was made names its deal.
    const dealId = (await approvalById(db, id))?.dealId ?? event.after?.dealId;
    const deal = typeof dealId === 'string' ? await dealById(db, dealId) : undefined;
    if (deal) touched.records.add(recordNo('deal', deal.no));
  } else if (type === 'process' || type === 'team') touched.isEverywhere = true;
  else if (type === 'person' && isSight(event)) await readersOf(db, id, event, touched);
  else if (type === 'place') {
    const place = await placeById(db, id);
    if (place) touched.places.set(place.id, place);
  }
}

/** A record that is not there any more, known by what was noted when it was made or removed. */
function removed({ recordType: type, before, after }: Event, { records, withdrawn }: Touched): void {
  const no = after?.no ?? before?.no;
  if (!isNumbered(type) || typeof no !== 'number') return;
  records.add(recordNo(type, no));
  withdrawn.add(recordNo(type, no));
}

/** Whether the event changed what a person may see. */
const isSight = ({ before, after }: Event): boolean =>
  [before, after].some((facts) => facts && ['role', 'teamId', 'active'].some((name) => name in facts));

/** The customer and, where its own readers changed, everything of it. */
async function withdrawCustomer(db: Db, id: string, isWhole: boolean, touched: Touched): Promise<void> {
  const customer = await customerById(db, id);
  if (!customer) return;
  touched.withdrawn.add(recordNo('customer', customer.no));
  if (!isWhole) return;
  for (const { no } of await dealsOf(db, id)) touched.withdrawn.add(recordNo('deal', no));
  for (const { no } of await liveLeadsOf(db, id)) touched.withdrawn.add(recordNo('lead', no));
  for (const { no } of await openTasksOf(db, id)) touched.withdrawn.add(recordNo('task', no));
}

/** The places where a person reads: their private chats, their groups, and those of their teams, before and after. */
async function readersOf(db: Db, id: string, { before, after }: Event, touched: Touched): Promise<void> {
  const person = await personById(db, id);
  const teams = new Set([person?.teamId, before?.teamId, after?.teamId].filter((one) => one != null));
  const groups = new Set(await groupsOf(db, await identitiesOf(db, id)));
  for (const place of await listPlaces(db)) {
    const isGroup = place.kind === 'group' && (teams.has(place.teamId ?? '') || groups.has(place.id));
    if (place.personId === id || isGroup) touched.places.set(place.id, place);
  }
}
