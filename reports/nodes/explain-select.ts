import type { Select } from '../../kernel/card/card.js';
import { localDate, localTime } from '../../kernel/time/zone.js';
import { textsIn } from '../../texts/languages.js';
import type { Explainable } from '../request/explainable.js';
import type { ReportContext, ReportRequest } from '../request/report-context.js';

/** A figure of a report, as an option of its select. */
export interface Offered {
  figure: Explainable;
  label?: string;
  /** True for a figure as of the moment, independent of the report's period. */
  isStanding?: boolean;
  /** Input besides the report's period and team. */
  input?: Record<string, string>;
}

const minute = 60_000;

/**
 * Makes the select that breaks down a report's figures, for the report's team, period and moment, whenever it
 * is tapped.
 */
export function explainSelect(
  ctx: ReportContext,
  asked: ReportRequest & { said?: string },
  span: string | undefined,
  offered: readonly Offered[],
): Select | undefined {
  const t = textsIn(ctx.locale).explain;
  if (offered.length === 0) return undefined;
  const same = {
    asof: asked.said ?? momentSaid(asked.asOf, ctx.zone),
    ...(asked.team ? { team: asked.team.name } : {}),
  };
  return {
    kind: 'select',
    label: t.how,
    options: offered.map(({ figure, label, isStanding, input }) => ({
      label: label ?? t.figures[figure],
      call: {
        command: 'explain',
        input: { figure, ...(span && !isStanding ? { span } : {}), ...same, ...input },
      },
    })),
  };
}

/** Rounds the moment up to the minute, so that what happened in it counts, but stays within its day. */
function momentSaid(at: Date, zone: string): string {
  const next = new Date(Math.ceil(at.getTime() / minute) * minute);
  const said = localDate(next, zone) === localDate(at, zone) ? next : at;
  return `${localDate(said, zone)}T${localTime(said, zone)}`;
}
