import { foldSpelling } from '../../kernel/words/folding.js';
import type { Customer } from '../../store/schema/row-types.js';
import { unitOfNobody } from '../../store/unit/unit.js';
import { readDay, readTags } from '../read/cell-values.js';
import type { Row } from '../read/read-file.js';
import { correctedCountry, correctedIndustry } from './correct-values.js';
import { cell, type FileContext, type Importer, importTexts, readRows, requiredCell } from './importer.js';

type Facts = Pick<
  Customer,
  'region' | 'industry' | 'tags' | 'facts' | 'ownerId' | 'teamId' | 'grade' | 'contractEnd'
>;

/** Imports customers; an existing customer only gets values it lacks. */
export function accountImporter(context: FileContext, header: readonly string[]): Importer {
  const { directory, mapping, tally, store } = context;
  const t = importTexts(context);

  function factsOf(row: Row): Facts {
    const said = cell(row, mapping, 'owner');
    const owner = directory.person(said);
    if (said !== '' && !owner) tally.note(row, 'owner', t.ownerLeftBlank(said));
    const facts = mapping.facts.flatMap((index) => {
      const value = row.cells[index] ?? '';
      return value === '' ? [] : [[header[index] ?? '', value] as const];
    });
    return {
      region: correctedCell(row, 'region', correctedCountry),
      industry: correctedCell(row, 'industry', correctedIndustry),
      tags: readTags(cell(row, mapping, 'tags')),
      facts: Object.fromEntries(facts),
      ownerId: owner?.id ?? null,
      teamId: owner?.teamId ?? null,
      grade: gradeOf(row),
      contractEnd: contractEndOf(row),
    };
  }

  function gradeOf(row: Row): string | null {
    const said = cell(row, mapping, 'grade');
    if (said === '') return null;
    const word = foldSpelling(said).replace(/[级类]$/u, '');
    const grade = context.process.grades.find((one) => foldSpelling(one) === word);
    if (grade === undefined)
      tally.note(row, 'grade', t.gradeUnknown(said, context.process.grades.join(', ')));
    return grade ?? null;
  }

  function contractEndOf(row: Row): string | null {
    const said = cell(row, mapping, 'contractEnd');
    if (said === '') return null;
    const day = readDay(said);
    if (day === undefined) tally.note(row, 'contractEnd', t.noDate(t.contractEnd, said));
    return day ?? null;
  }

  function correctedCell(
    row: Row,
    field: string,
    correct: (word: string) => string | undefined,
  ): string | null {
    const found = cell(row, mapping, field);
    const corrected = correct(found);
    if (corrected !== undefined) tally.noteCorrection(row, field, found, corrected);
    return (corrected ?? found) || null;
  }

  return {
    async take(rows) {
      const read = readRows(context, rows, (row) => requiredCell(context, row, 'customer'));
      await directory.findCustomers(read.map(({ read: name }) => name));
      const created: Omit<Customer, 'no'>[] = [];
      const changes: { customer: Omit<Customer, 'no'>; patch: Partial<Customer> }[] = [];
      for (const { row, read: name } of read) {
        const facts = factsOf(row);
        const known = directory.customer(name);
        if (!known) {
          created.push(directory.newCustomer(name, facts));
          tally.counts.created++;
          continue;
        }
        const patch = missingValues(known, facts);
        if (Object.keys(patch).length === 0) {
          tally.counts.unchanged++;
          continue;
        }
        tally.counts.merged++;
        directory.remember({ ...known, ...patch, version: known.version + 1 });
        const fresh = created.indexOf(known);
        if (fresh >= 0) created[fresh] = { ...known, ...patch };
        else changes.push({ customer: known, patch });
      }
      if (context.dryRun) return;
      await store.tx(async (tx) => {
        const unit = unitOfNobody(tx, context.now, 'import');
        await unit.createMany({ customers: created });
        for (const { customer, patch } of changes)
          await unit.changeIfCurrent('customer.changed', customer as Customer, patch);
      });
    },
  };
}

/** Returns the values that the row has and the record lacks. */
function missingValues(known: Omit<Customer, 'no'>, row: Facts): Partial<Customer> {
  const facts = Object.entries(row.facts).filter(([key]) => !(key in known.facts));
  const tags = row.tags.filter((tag) => !known.tags.includes(tag));
  return {
    ...(known.region === null && row.region ? { region: row.region } : {}),
    ...(known.industry === null && row.industry ? { industry: row.industry } : {}),
    ...(known.grade === null && row.grade ? { grade: row.grade, poolAt: null } : {}),
    ...(known.contractEnd === null && row.contractEnd ? { contractEnd: row.contractEnd, poolAt: null } : {}),
    ...(known.ownerId === null && row.ownerId
      ? { ownerId: row.ownerId, teamId: row.teamId, pooledAt: null }
      : {}),
    ...(facts.length > 0 ? { facts: { ...known.facts, ...Object.fromEntries(facts) } } : {}),
    ...(tags.length > 0 ? { tags: [...known.tags, ...tags] } : {}),
  };
}
