import { tableOf } from '../../store/unit/record-types.js';

/** Tables of records, with those that hold parts of one. */
const recordTables = [
  ...Object.values(tableOf),
  'dealVersions',
  'customerNames',
  'articleTerms',
  'events',
  'identities',
];

const written = new RegExp(
  `(?:\\.(?:insert|update|delete)|(?:insert|update|change)Row)\\(\\s*(?:\\w+,\\s*)?(?:\\w+\\.t\\.)?(?:${recordTables.join('|')})\\b`,
);

/** Whether source text writes a record table. */
export const writesRecords = (source: string): boolean => written.test(source);
