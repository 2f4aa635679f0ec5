import { recordNo } from '../../kernel/records/record-number.js';
import type { CountedRecord } from '../../store/reports/report-records.js';

/** Returns 'D-12', or '' if the record no longer exists. */
export const recordNumberOf = ({ type, no }: Pick<CountedRecord, 'type' | 'no'>): string =>
  no === null ? '' : recordNo(type, no);
