import { foldSpelling } from '../../kernel/words/folding.js';
import type { CustomField, Process } from '../../sales/process/parse-process.js';
import { findNamed } from '../../sales/words/find-named.js';
import { everyWording, formatsIn } from '../../texts/languages.js';
import { readAmountCell, readDay } from '../read/cell-values.js';
import type { Plan, PlannedFile } from '../read/plan-import.js';
import type { Row } from '../read/read-file.js';
import { cell, type FileContext, importTexts, RowRefused } from './importer.js';

const columnOf = ({ key }: CustomField): string => `own.${key}`;

/** Adds the columns of custom deal fields to a plan. */
export const withCustomFields = (plan: Plan, { fields }: Process): Plan => ({
  ...plan,
  files: plan.files.map((file) =>
    file.mapping.shape === 'opportunities' ? withColumns(file, fields) : file,
  ),
});

function withColumns(file: PlannedFile, own: readonly CustomField[]): PlannedFile {
  const { mapping, sample } = file;
  const fields = { ...mapping.fields };
  const by = { ...mapping.by };
  const labels = { ...mapping.labels };
  for (const field of own) {
    const names = [field.key, ...everyWording(field.name)].map(foldSpelling);
    const used = new Set(Object.values(fields));
    const index = sample.header.findIndex(
      (heading, at) => !used.has(at) && names.includes(foldSpelling(heading)),
    );
    if (index < 0) continue;
    fields[columnOf(field)] = index;
    by[columnOf(field)] = 'header';
    labels[columnOf(field)] = field.name;
  }
  return { ...file, mapping: { ...mapping, fields, by, labels } };
}

/** Reads a row's custom fields as a deal stores them. Throws RowRefused for an invalid value. */
export function customFacts(context: FileContext, row: Row): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const field of context.process.fields) {
    const found = cell(row, context.mapping, columnOf(field));
    if (found !== '') facts[field.key] = factOf(context, field, found);
  }
  return facts;
}

function factOf(context: FileContext, field: CustomField, found: string): string {
  const t = importTexts(context);
  const label = field.name[context.locale];
  const valid = <T>(value: T | undefined, problem: string): T => {
    if (value === undefined) throw new RowRefused(problem);
    return value;
  };
  switch (field.type) {
    case 'money':
      return String(valid(readAmountCell(found), t.noAmount(label, found)));
    case 'date':
      return valid(readDay(found), t.noDate(label, found));
    case 'person':
      return valid(context.directory.person(found)?.id, t.noPerson(label, found));
    case 'choice': {
      const known = findNamed(field.choices, found);
      const names = formatsIn(context.locale).list(field.choices.map((one) => one.name[context.locale]));
      return valid(known.kind === 'one' ? known.item.key : undefined, t.noChoice(label, found, names));
    }
    case 'text':
      return found;
  }
}
