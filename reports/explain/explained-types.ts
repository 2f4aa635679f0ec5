import type { Metric } from '../../sales/process/metrics.js';
import type { CountedRecord } from '../../store/reports/counted-record.js';
import type { TeamFilter } from '../../store/reports/report-conditions.js';
import type { Person, Task } from '../../store/schema/row-types.js';
import type { Explainable } from '../request/explainable.js';
import type { ReportRequest } from '../request/report-context.js';
import type { Period } from '../request/report-period.js';

/** What one record adds to a figure. */
export interface ExplainedPart {
  record: Pick<CountedRecord, 'type' | 'id' | 'no' | 'customerId' | 'customer' | 'ownerId' | 'teamId'>;
  /** The person for whom the record counts. */
  personId: string | null;
  /** The record's amount, in minor units. */
  amount: number | null;
  /** What the record adds, in the figure's unit. */
  adds: number;
  at: Date;
  /** When a task was due; in place of the moment, which is the end of its day. */
  due?: Pick<Task, 'dueDate' | 'dueTime' | 'dueAt'>;
  /** The record in words, without amounts. */
  what: string;
}

/** A figure with the records it counts. */
export interface Explained {
  unit: 'money' | 'count' | 'percent' | 'points' | 'minutes';
  /** The value in the report. */
  value: number;
  /** The value that the records add up to. */
  sum: number;
  /** How the records combine. */
  by: 'sum' | 'share' | 'median';
  parts: ExplainedPart[];
  /** The rule in words, from the process file. */
  rule: string;
  /** The target beside the value; notes hold no other person's amounts. */
  notes?: { target: number | null; percent: number | null; metric: Metric };
}

/** Which figure, for which period and whom. */
export interface ExplainRequest extends ReportRequest {
  figure: Explainable;
  /** A kind of period, or months such as '2026-Q3'. */
  span?: string;
  person?: Person;
  /** Key of the stage whose conversion is asked for. */
  stage?: string;
  metric?: Metric;
}

/** A request with its period and teams resolved. */
export interface ExplainMeant extends ExplainRequest {
  period: Period | undefined;
  from: Date;
  /** The end of what is counted, exclusive. */
  to: Date;
  teamId: TeamFilter | undefined;
}
