import type { CountedRecord } from '../../store/reports/report-records.js';

const letters = { deal: 'D', lead: 'L', customer: 'C', task: 'T' };

/** 'D-12'; nothing where the record is gone. */
export const recordNumberOf = ({ type, no }: Pick<CountedRecord, 'type' | 'no'>): string =>
  no === null ? '' : `${letters[type]}-${no}`;
