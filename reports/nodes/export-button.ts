import { type Button, button } from '../../kernel/card/card.js';
import { hasRole } from '../../kernel/command/roles.js';
import { periodNames } from '../../language/question/question-words.js';
import { type Catalogue, textsIn } from '../../texts/languages.js';
import type { ReportContext, ReportRequest } from '../request/report-context.js';

/** Makes the export button, or undefined if the reader may not export; `what` is the report in words. */
export const exportButton = (ctx: ReportContext, what: string, asof?: string): Button | undefined =>
  ctx.person && hasRole(ctx.person.role, 'manager')
    ? button(textsIn(ctx.locale).slice.export, 'export', { what, ...(asof ? { asof } : {}) })
    : undefined;

/** Writes a report by its name, period and team. */
export const exportWords = (
  ctx: ReportContext,
  what: keyof Catalogue['slice']['exports'],
  period: string,
  { team }: ReportRequest,
  ...more: string[]
): string =>
  [
    textsIn(ctx.locale).slice.exports[what].name,
    ...more,
    periodNames[period]?.[ctx.locale] ?? period,
    team?.name ?? '',
  ]
    .filter(Boolean)
    .join(' ');
