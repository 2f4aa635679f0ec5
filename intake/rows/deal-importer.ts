import { createHash } from 'node:crypto';
import { sumOf } from '../../kernel/pieces/amount.js';
import { currencyMark } from '../../kernel/pieces/currency-said.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import { priceOf } from '../../sales/deals/prices.js';
import { stallAt } from '../../sales/deals/stall-rules.js';
import { firstDealStage } from '../../sales/process/stages.js';
import type { Customer, Deal } from '../../store/schema/row-types.js';
import { newId } from '../../store/statements/ids.js';
import { dealsByImportKey } from '../../store/transfer/import-queries.js';
import type { ImportedDeal } from '../../store/unit/rows/imported-rows.js';
import { unitOfNobody } from '../../store/unit/unit.js';
import { readAmountCell, readDay } from '../read/cell-values.js';
import type { Row } from '../read/read-file.js';
import { correctedWord } from './correct-values.js';
import { customFacts } from './custom-columns.js';
import {
  cell,
  columnLabel,
  type FileContext,
  type Importer,
  importTexts,
  RowRefused,
  readRows,
} from './importer.js';
import { type ImportedStage, knownStages, lossReasonOf, readStageWord } from './stage-names.js';

/** One row as it will be stored. */
interface Opportunity {
  key: string;
  digest: string;
  name: string;
  customer: string;
  owner: string;
  product: string | null;
  standing: ImportedStage;
  opened: string;
  closed: string | null;
  expected: string | null;
  price: { amount: number | null; told: number | null; currency: string | null };
  lossReason: string | null;
  /** Values of custom fields. */
  facts: Record<string, string>;
}

/** Fact with the row's digest at its last import, so that the same row changes nothing. */
const digestFact = 'import:digest';

/** Customer of deals without a known one, whatever language the import runs in. */
const noCustomer = '(未注明客户 / no account)';
const noCustomerTag = 'no-account';

/**
 * Imports opportunities with their history: open from the day they were engaged, closed from the day they
 * were closed.
 */
export function dealImporter(context: FileContext): Importer {
  const { directory, mapping, tally, process, store } = context;
  const t = importTexts(context);
  const moments = memo((at: string) => instantOf(at.slice(0, 10), at.slice(11), context.zone));
  const zoned = {
    localDate: memo((instant: Date) => localDate(instant, context.zone), Number),
    instantOf: (date: string, time: string) => moments(`${date}T${time}`),
  };
  const opening = memo((day: string) => zoned.instantOf(day, process.workHours.from));
  const closing = memo((day: string) => zoned.instantOf(day, process.workHours.to));
  const standing = memo((word: string) => readStageWord(process, word));
  const productNames = directory.products.map((product) => product.name);
  const correctProduct = memo((word: string) => correctedWord(word, productNames));
  /** Hashes of the keys and digests of the rows so far: two numbers a row, since the file may be long. */
  const seen = new Map<number, number>();
  let earliest: string | undefined;
  let undated = 0;
  let second = false;

  function day(row: Row, field: string): string | null {
    const found = cell(row, mapping, field);
    if (found === '') return null;
    const read = readDay(found);
    if (read === undefined) throw new RowRefused(t.noDate(columnLabel(context, field), found));
    return read;
  }

  /** Null for a row that waits for the second reading, when the earliest day is known. */
  function read(row: Row): Opportunity | null {
    const blank = cell(row, mapping, 'opened') === '';
    if (second !== blank) {
      if (blank) undated++;
      return null;
    }
    const openedCell = day(row, 'opened');
    const stageWord = cell(row, mapping, 'stage');
    if (stageWord === '') throw new RowRefused(t.blank(columnLabel(context, 'stage')));
    const standsFor = standing(stageWord);
    if (!standsFor) throw new RowRefused(t.noStage(stageWord, knownStages(process, context.locale)));
    const amountCell = cell(row, mapping, 'amount');
    const read = amountCell === '' ? null : readAmountCell(amountCell);
    if (read === undefined) throw new RowRefused(t.noAmount(columnLabel(context, 'amount'), amountCell));
    const open = standsFor.status === 'open';
    const closed = open ? null : day(row, 'closed');
    if (!open && closed === null) throw new RowRefused(t.closedUnknown);
    const opened = openedCell ?? earliest ?? zoned.localDate(context.now);
    if (closed !== null && closed < opened) throw new RowRefused(t.closedBefore(opened, closed));
    if (earliest === undefined || opened < earliest) earliest = opened;

    const worth = standsFor.status === 'won' ? (read ?? 0) : read || null;
    const mark = cell(row, mapping, 'currency').toUpperCase() || currencyMark(amountCell);
    const price = worth ? priceOf(process, sumOf(worth, mark), opened) : { amount: worth };
    const productCell = cell(row, mapping, 'product');
    const right = correctProduct(productCell);
    const product = (right ?? productCell) || null;
    const id = cell(row, mapping, 'id');
    const customer = cell(row, mapping, 'customer');
    const owner = cell(row, mapping, 'owner');
    const reason = cell(row, mapping, 'lossReason');
    const known = reason === '' ? null : lossReasonOf(process, reason);

    if (right !== undefined) tally.noteCorrection(row, 'product', productCell, right);
    else if (product && productNames.length > 0 && !productNames.includes(product)) {
      tally.note(row, 'product', t.productUnknown(product));
    }
    if (customer === '') tally.note(row, 'customer', t.accountMissing(noCustomer));
    if (openedCell === null) tally.note(row, 'opened', t.undated(opened));
    if (standsFor.status === 'won' && read === null) tally.note(row, 'amount', t.wonUnpriced);
    if (known === undefined) tally.note(row, 'lossReason', t.loseReasonUnknown(reason));
    const facts = customFacts(context, row);
    tally.stage(stageWord, standsFor.stage, standsFor.status, price.amount ?? 0);
    const name = cell(row, mapping, 'name') || product || id || customer;
    return {
      key: id || digestOf([customer, owner, name, openedCell ?? '']),
      digest: digestOf(Object.values(mapping.fields).map((index) => row.cells[index] ?? '')),
      name,
      customer: customer || noCustomer,
      owner,
      product,
      standing: standsFor,
      opened,
      closed,
      expected: open ? (day(row, 'expected') ?? day(row, 'closed')) : null,
      price: { told: null, currency: null, ...price },
      facts,
      lossReason: standsFor.status === 'lost' ? (known ?? (reason === '' ? null : 'other')) : null,
    };
  }

  async function ownerOf(row: Row, name: string) {
    if (name === '') return undefined;
    const known = directory.person(name);
    if (known) return known;
    tally.note(row, 'owner', t.ownerUnknown(name));
    tally.make('people');
    return await directory.makePerson(name);
  }

  async function dealOf(row: Row, opportunity: Opportunity, customerId: string): Promise<ImportedDeal> {
    const owner = await ownerOf(row, opportunity.owner);
    const { stage, status } = opportunity.standing;
    const createdAt = opening(opportunity.opened);
    const closedAt = opportunity.closed === null ? null : closing(opportunity.closed);
    const since = closedAt ?? createdAt;
    const stalling = { status, stage, stageSince: since, lastFollowUpAt: null, createdAt };
    const deal = {
      id: newId(),
      customerId,
      name: opportunity.name,
      ownerId: owner?.id ?? null,
      teamId: owner?.teamId ?? null,
      status,
      stage,
      stageSince: since,
      ...opportunity.price,
      closeDate: opportunity.expected,
      called: null,
      closedAt,
      lossReason: opportunity.lossReason,
      lossStage: status === 'lost' ? stage : null,
      product: opportunity.product,
      tags: [],
      facts: { ...opportunity.facts, [digestFact]: opportunity.digest },
      lastFollowUpAt: null,
      stallAt: stallAt(stalling, process, context.calendar, zoned)?.at ?? null,
      stallAlertedAt: null,
      escalateAt: null,
      processVersion: context.processVersion,
      importKey: opportunity.key,
      version: closedAt ? 2 : 1,
      createdAt,
    };
    const before = {
      stage: firstDealStage(process).key,
      stageSince: createdAt,
      amount: null,
      closeDate: null,
    };
    return { deal, before: closedAt ? before : null };
  }

  return {
    async take(rows) {
      const found = readRows(context, rows, read);
      await directory.findCustomers(found.map(({ read: opportunity }) => opportunity.customer));
      const known = await dealsByImportKey(
        store.db,
        found.map(({ read: opportunity }) => opportunity.key),
      );
      const customers: Omit<Customer, 'no'>[] = [];
      const deals: ImportedDeal[] = [];
      const changes: { known: Deal; to: ImportedDeal['deal'] }[] = [];
      for (const { row, read: opportunity } of found) {
        const old = known.get(opportunity.key);
        const seenDigest = seen.get(shortHash(opportunity.key));
        const said = shortHash(opportunity.digest);
        if (seenDigest === undefined) seen.set(shortHash(opportunity.key), said);
        if (
          seenDigest === said ||
          (seenDigest === undefined && old?.facts[digestFact] === opportunity.digest)
        ) {
          tally.counts.unchanged++;
          continue;
        }
        if (seenDigest !== undefined) {
          tally.refuse(row, t.sameRow);
          continue;
        }
        let customer = directory.customer(opportunity.customer);
        if (!customer) {
          const tags = opportunity.customer === noCustomer ? [noCustomerTag] : [];
          customer = directory.newCustomer(opportunity.customer, {
            tags,
            createdAt: opening(opportunity.opened),
          });
          customers.push(customer);
          tally.make('customers');
        }
        const imported = await dealOf(row, opportunity, customer.id);
        tally.counts[old ? 'merged' : 'created']++;
        if (old) changes.push({ known: old, to: imported.deal });
        else deals.push(imported);
      }
      if (context.dryRun) return;
      await store.tx(async (tx) => {
        await unitOfNobody(tx, context.now, 'import').createMany({ customers, deals });
        for (const { known: old, to } of changes) {
          const at = to.closedAt && to.closedAt > old.stageSince ? to.closedAt : context.now;
          await unitOfNobody(tx, at, 'import').changeIfCurrent('deal.changed', old, changed(old, to));
        }
      });
    },
    again() {
      const more = !second && undated > 0;
      second = true;
      return more;
    },
  };
}

/** Returns what a changed row changes; when the deal was created and what happened to it here stays. */
function changed(old: Deal, to: ImportedDeal['deal']): Partial<Deal> {
  const { id, createdAt, importKey, version, lastFollowUpAt, stallAlertedAt, escalateAt, tags, ...patch } =
    to;
  return { ...patch, facts: { ...old.facts, ...to.facts } };
}

/** 48 bits of a text's hash. */
function shortHash(text: string): number {
  return createHash('sha1').update(text).digest().readUIntBE(0, 6);
}

function digestOf(cells: readonly string[]): string {
  return createHash('sha1').update(cells.join('\u001f')).digest('base64url');
}

/** Caches a function that is called row after row with few different arguments. */
function memo<A, T>(make: (asked: A) => T, keyOf: (asked: A) => unknown = (asked) => asked): (asked: A) => T {
  const cache = new Map<unknown, T>();
  return (asked) => {
    const key = keyOf(asked);
    if (!cache.has(key)) cache.set(key, make(asked));
    return cache.get(key) as T;
  };
}
