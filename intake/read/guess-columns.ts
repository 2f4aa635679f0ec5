import { foldSpelling } from '../../kernel/words/folding.js';
import {
  type ByLanguage,
  type Catalogue,
  everyWording,
  sameInEach,
  termInEach,
} from '../../texts/languages.js';
import { readDay } from './cell-values.js';

export const shapes = ['teams', 'products', 'accounts', 'contacts', 'leads', 'opportunities'] as const;
/** The kind of rows in a file, in the order of import. */
export type Shape = (typeof shapes)[number];

interface Column {
  name: ByLanguage;
  /** Headers as people write them, folded: no case, spaces or underscores. */
  headers: string[];
}

function column(key: keyof Catalogue['column']): Column {
  const { name, aliases } = termInEach((t) => t.column[key]);
  return { name, headers: [...everyWording(name), ...aliases].map(foldSpelling) };
}

const customer = column('customer');
const owner = column('owner');
const region = column('region');
const tags = column('tags');
const phone = column('phone');
const email = column('email');
const contact = column('contact');
const title = column('title');
const note = column('note');

const known: Record<Shape, { columns: Record<string, Column>; needs: string[][]; others: boolean }> = {
  teams: {
    columns: {
      person: column('person'),
      manager: column('manager'),
      team: column('team'),
      region: column('office'),
      email,
    },
    needs: [['person'], ['manager', 'team']],
    others: false,
  },
  products: {
    columns: {
      product: column('product'),
      price: column('price'),
      series: column('series'),
    },
    needs: [['product'], ['price']],
    others: false,
  },
  accounts: {
    columns: {
      customer,
      industry: column('industry'),
      region,
      owner,
      tags,
      grade: column('grade'),
      contractEnd: column('contractEnd'),
    },
    needs: [['customer']],
    others: true,
  },
  contacts: {
    columns: { customer, contact, phone, email, title },
    needs: [['customer'], ['contact', 'phone', 'email']],
    others: false,
  },
  leads: {
    columns: {
      id: column('leadId'),
      customer,
      contact,
      phone,
      title,
      source: column('source'),
      owner,
      region,
      tags,
      note,
    },
    needs: [['customer'], ['source', 'note', 'id'], ['contact', 'phone', 'note']],
    others: false,
  },
  opportunities: {
    columns: {
      id: column('dealId'),
      name: column('deal'),
      customer,
      owner,
      product: column('soldProduct'),
      stage: column('stage'),
      opened: column('opened'),
      closed: column('closed'),
      expected: column('expected'),
      amount: column('amount'),
      currency: column('currency'),
      lossReason: column('lossReason'),
    },
    needs: [['stage'], ['customer', 'id'], ['owner', 'id']],
    others: false,
  },
};

/** Which column of a file holds which field. */
export interface Mapping {
  shape: Shape;
  /** Field → index of the column. */
  fields: Record<string, number>;
  /** How it was recognised: 'header' by its heading, 'content' by its cells. */
  by: Record<string, 'header' | 'content'>;
  /** Names of custom fields. */
  labels?: Record<string, ByLanguage>;
  /** Indexes of columns stored as further facts; others are not used. */
  facts: number[];
}

/** The name of a field for people. */
export function columnFieldName(
  { shape, labels }: Pick<Mapping, 'shape' | 'labels'>,
  field: string,
): ByLanguage {
  return known[shape].columns[field]?.name ?? labels?.[field] ?? sameInEach(field);
}

/**
 * Guesses what a file holds from headings and cells, or undefined if nothing fits. The shape that uses the
 * most columns wins.
 */
export function guessMapping(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Mapping | undefined {
  let best: { mapping: Mapping; used: number } | undefined;
  for (const shape of shapes) {
    const mapping = mappingFor(shape, header, rows);
    const used = Object.keys(mapping.fields).length;
    const fits = known[shape].needs.every((one) => one.some((field) => field in mapping.fields));
    if (fits && (!best || used > best.used)) best = { mapping, used };
  }
  return best?.mapping;
}

function mappingFor(shape: Shape, header: readonly string[], rows: readonly (readonly string[])[]): Mapping {
  const { columns, others } = known[shape];
  const mapping: Mapping = { shape, fields: {}, by: {}, facts: [] };
  const used = new Set<number>();
  const take = (field: string, index: number, by: 'header' | 'content') => {
    if (index < 0) return;
    mapping.fields[field] = index;
    mapping.by[field] = by;
    used.add(index);
  };
  const headings = header.map(foldSpelling);
  for (const [field, { headers }] of Object.entries(columns)) {
    take(
      field,
      headings.findIndex((heading, index) => !used.has(index) && headers.includes(heading)),
      'header',
    );
  }
  for (const [field, matches] of Object.entries(contents)) {
    if (!(field in columns) || field in mapping.fields) continue;
    const found = header.findIndex((_, index) => !used.has(index) && mostly(rows, index, matches));
    take(field, found, 'content');
  }
  if (others) mapping.facts = header.flatMap((_, index) => (used.has(index) ? [] : [index]));
  return mapping;
}

/** Cell patterns that identify a column whatever its heading. */
const contents: Record<string, (cell: string) => boolean> = {
  phone: (cell) => /^(\+?86[- ]?)?1[3-9]\d{9}$/.test(cell),
  email: (cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell),
  stage: (cell) => /^(won|lost|closed won|closed lost|赢单|输单|成交|丢单)$/i.test(cell),
  opened: (cell) => readDay(cell) !== undefined,
};

function mostly(
  rows: readonly (readonly string[])[],
  index: number,
  looks: (cell: string) => boolean,
): boolean {
  const filled = rows.map((cells) => cells[index] ?? '').filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter(looks).length >= filled.length * 0.8;
}
