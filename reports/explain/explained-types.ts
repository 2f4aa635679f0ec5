import type { Metric } from '../../sales/process/metrics.js';
import type { CountedRecord } from '../../store/reports/counted-record.js';
import type { TeamFilter } from '../../store/reports/report-conditions.js';
import type { Person } from '../../store/schema/row-types.js';
import type { Explainable } from '../request/explainable.js';
import type { ReportRequest } from '../request/report-context.js';
import type { Period } from '../request/report-period.js';

/** What a record adds to a figure. */
export interface ExplainedPart {
  record: Pick<CountedRecord, 'type' | 'id' | 'no' | 'customerId' | 'customer' | 'ownerId' | 'teamId'>;
  /** Who it counts for. */
  personId: string | null;
  /** What it is worth, in minor units. */
  amount: number | null;
  /** What it counts for, in the unit of the figure. */
  adds: number;
  at: Date;
  /** In words, without amounts. */
  what: string;
}

/** A figure with the records it is made of. */
export interface Explained {
  unit: 'money' | 'count' | 'percent' | 'points' | 'minutes';
  /** As the report has it. */
  value: number;
  /** As the records add up to it. */
  sum: number;
  /** How the parts make the figure. */
  by: 'sum' | 'share' | 'median';
  parts: ExplainedPart[];
  /** In words, from the process file. */
  rule: string;
  /** What is to be said beside it, without amounts of others. */
  notes?: { target: number | null; percent: number | null; metric: Metric };
}

/** Which figure, of which time, of whom. */
export interface ExplainRequest extends ReportRequest {
  figure: Explainable;
  /** A kind of period, or months as '2026-Q3'. */
  span?: string;
  person?: Person;
  /** Key of a stage, for its conversion. */
  stage?: string;
  metric?: Metric;
}

/** The same with the time and the teams it means. */
export interface ExplainMeant extends ExplainRequest {
  period: Period | undefined;
  from: Date;
  /** The end of what is counted, not included. */
  to: Date;
  teamId: TeamFilter | undefined;
}
