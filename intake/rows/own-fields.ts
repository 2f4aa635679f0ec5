import { foldSpelling } from '../../kernel/words/folding.js';
import type { CustomField, Process } from '../../sales/process/parse-process.js';
import { findNamed } from '../../sales/words/find-named.js';
import { everyWording, formatsIn } from '../../texts/languages.js';
import { readAmountCell, readDay } from '../read/cell-values.js';
import type { Plan, PlannedFile } from '../read/plan-import.js';
import type { Row } from '../read/read-file.js';
import { cell, type FileContext, RowRefused, textsOf } from './importer.js';

const columnOf = ({ key }: CustomField): string => `own.${key}`;

/** The plan with the columns that hold the company's own fields of deals. */
export const withOwnFields = (plan: Plan, { fields }: Process): Plan => ({
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

/** The values of these fields in a row, as a deal keeps them. Throws Refused for one that is not of its kind. */
export function ownFacts(context: FileContext, row: Row): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const field of context.process.fields) {
    const found = cell(row, context.mapping, columnOf(field));
    if (found !== '') facts[field.key] = factOf(context, field, found);
  }
  return facts;
}

function factOf(context: FileContext, field: CustomField, found: string): string {
  const t = textsOf(context);
  const label = field.name[context.locale];
  const wanted = <T>(value: T | undefined, problem: string): T => {
    if (value === undefined) throw new RowRefused(problem);
    return value;
  };
  switch (field.type) {
    case 'money':
      return String(wanted(readAmountCell(found), t.noAmount(label, found)));
    case 'date':
      return wanted(readDay(found), t.noDate(label, found));
    case 'person':
      return wanted(context.directory.person(found)?.id, t.noPerson(label, found));
    case 'choice': {
      const known = findNamed(field.choices, found);
      const names = formatsIn(context.locale).list(field.choices.map((one) => one.name[context.locale]));
      return wanted(known.kind === 'one' ? known.item.key : undefined, t.noChoice(label, found, names));
    }
    case 'text':
      return found;
  }
}
