import { instantOf, localDate } from '../../kernel/time/zone.js';
import { poolReturn } from '../../sales/leads/lead-clocks.js';
import { findSource } from '../../sales/process/stages.js';
import type { Contact, Customer, Lead } from '../../store/schema/row-types.js';
import { newId } from '../../store/statements/ids.js';
import { contactsOfCustomers, leadsOfCustomers } from '../../store/transfer/import-queries.js';
import { unitOfNobody } from '../../store/unit/unit.js';
import { readPhoneCell, readTags } from '../read/cell-values.js';
import type { Row } from '../read/read-file.js';
import {
  cell,
  type FileContext,
  type Importer,
  importTexts,
  RowRefused,
  readRows,
  requiredCell,
} from './importer.js';

/**
 * Imports people at customers; with a source or a note, each row is also a lead, in the pool if it has no
 * owner.
 */
export function contactImporter(context: FileContext): Importer {
  const { directory, mapping, tally, store } = context;
  const t = importTexts(context);
  const asLeads = mapping.shape === 'leads';

  function read(row: Row) {
    const phoneCell = cell(row, mapping, 'phone');
    const phone = phoneCell === '' ? null : readPhoneCell(phoneCell);
    if (phone === undefined) throw new RowRefused(t.noPhone(phoneCell));
    const email = cell(row, mapping, 'email').toLowerCase() || null;
    return {
      customer: requiredCell(context, row, 'customer'),
      name: cell(row, mapping, 'contact') || email || phone,
      phone,
      email,
      title: cell(row, mapping, 'title') || null,
    };
  }

  function leadOf(row: Row, customerId: string, contactId: string | null): Omit<Lead, 'no'> {
    const said = cell(row, mapping, 'owner');
    const owner = directory.person(said);
    if (said !== '' && !owner) tally.note(row, 'owner', t.ownerToPool(said));
    const source = sourceOf(row);
    const status = owner ? ('open' as const) : ('pool' as const);
    const zone = owner?.timeZone ?? context.zone;
    const returning = {
      status,
      ownerId: owner?.id ?? null,
      assignedAt: context.now,
      lastFollowUpAt: null,
      source,
    };
    const returns = poolReturn(returning, context.process, context.calendar, {
      localDate: (instant) => localDate(instant, zone),
      instantOf: (date, time) => instantOf(date, time, zone),
    });
    return {
      id: newId(),
      customerId,
      contactId,
      ownerId: owner?.id ?? null,
      teamId: owner?.teamId ?? null,
      status,
      source,
      region: cell(row, mapping, 'region') || null,
      amount: null,
      told: null,
      currency: null,
      tags: readTags(cell(row, mapping, 'tags')),
      isPrivate: false,
      note: cell(row, mapping, 'note'),
      respondBy: null,
      respondAlerts: 0,
      respondedAt: null,
      poolAt: returns?.poolAt ?? null,
      poolWarnedAt: null,
      offeredTo: null,
      offerUntil: null,
      dealId: null,
      lastFollowUpAt: null,
      version: 1,
      createdAt: context.now,
    };
  }

  function sourceOf(row: Row): string | null {
    const words = cell(row, mapping, 'source');
    if (words === '') return null;
    const found = findSource(context.process, words);
    if (found.kind === 'one') return found.item.key;
    tally.note(row, 'source', t.sourceUnknown(words));
    return words;
  }

  return {
    async take(rows) {
      const found = readRows(context, rows, read);
      await directory.findCustomers(found.map(({ read: one }) => one.customer));
      const customers: Omit<Customer, 'no'>[] = [];
      for (const { read: one } of found) {
        if (directory.customer(one.customer)) continue;
        customers.push(directory.newCustomer(one.customer));
        tally.make('customers');
      }
      const ids = [...new Set(found.map(({ read: one }) => directory.customer(one.customer)?.id ?? ''))];
      const known = await contactsOfCustomers(store.db, ids);
      const knownLeads: Pick<Lead, 'customerId' | 'note' | 'source' | 'contactId'>[] = asLeads
        ? await leadsOfCustomers(store.db, ids)
        : [];
      const contacts: Contact[] = [];
      const leads: Omit<Lead, 'no'>[] = [];
      for (const { row, read: one } of found) {
        const customerId = directory.customer(one.customer)?.id ?? '';
        const isSame = (contact: Contact) =>
          contact.customerId === customerId &&
          (one.phone ? contact.phone === one.phone : contact.name === one.name);
        let contact = known.find(isSame);
        let fresh = false;
        if (!contact && one.name) {
          const { phone, email, title } = one;
          contact = { id: newId(), customerId, name: one.name, title, phone, email, createdAt: context.now };
          known.push(contact);
          contacts.push(contact);
          fresh = true;
          if (asLeads) tally.make('contacts');
        }
        if (asLeads) {
          const lead = leadOf(row, customerId, contact?.id ?? null);
          fresh = !knownLeads.some(
            (other) =>
              other.customerId === customerId &&
              other.note === lead.note &&
              other.source === lead.source &&
              other.contactId === lead.contactId,
          );
          if (fresh) leads.push(lead);
          knownLeads.push(lead);
        }
        tally.counts[fresh ? 'created' : 'unchanged']++;
      }
      if (context.dryRun) return;
      await store.tx((tx) =>
        unitOfNobody(tx, context.now, 'import').createMany({ customers, contacts, leads }),
      );
    },
  };
}
