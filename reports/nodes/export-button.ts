import { type Button, button } from '../../kernel/card/card.js';
import { hasRole } from '../../kernel/command/roles.js';
import { type Catalogue, textsIn } from '../../texts/languages.js';
import type { ReportContext, ReportRequest } from '../request/report-context.js';

/** For those who may take figures out; `what` is the report in words. */
export const exportButton = (ctx: ReportContext, what: string, asof?: string): Button | undefined =>
  ctx.person && hasRole(ctx.person.role, 'manager')
    ? button(textsIn(ctx.locale).slice.export, 'export', { what, ...(asof ? { asof } : {}) })
    : undefined;

/** The words of a report that is asked for by a period and a team. */
export const exportWords = (
  ctx: ReportContext,
  what: keyof Catalogue['slice']['exports'],
  period: string,
  { team }: ReportRequest,
  ...more: string[]
): string =>
  [textsIn(ctx.locale).slice.exports[what].name, ...more, period, team?.name ?? ''].filter(Boolean).join(' ');
