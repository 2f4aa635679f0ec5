import { recordNo } from '../../kernel/records/record-number.js';
import type { CountedRecord } from '../../store/reports/report-records.js';

/** 'D-12'; nothing where the record is gone. */
export const recordNumberOf = ({ type, no }: Pick<CountedRecord, 'type' | 'no'>): string =>
  no === null ? '' : recordNo(type, no);
