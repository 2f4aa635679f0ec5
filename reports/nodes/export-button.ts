import { type Button, button } from '../../kernel/card/card.js';
import { hasRole } from '../../kernel/command/roles.js';
import { textsIn } from '../../texts/languages.js';
import type { ReportContext, ReportRequest } from '../request/report-context.js';

/** Makes the export button, or undefined if the reader may not export; `what` is the report in words. */
export const exportButton = (ctx: ReportContext, what: string, asof?: string): Button | undefined =>
  ctx.person && hasRole(ctx.person.role, 'manager')
    ? button(textsIn(ctx.locale).slice.export, 'export', { what, ...(asof ? { asof } : {}) })
    : undefined;

/** Writes a report by its name, period and team. */
export const exportWords = (
  ctx: ReportContext,
  { zh, en }: { zh: string; en: string },
  period: string,
  { team }: ReportRequest,
  ...more: string[]
): string => [ctx.locale === 'zh' ? zh : en, ...more, period, team?.name ?? ''].filter(Boolean).join(' ');
