import { type Button, button } from '../../kernel/card/card.js';
import { hasRole } from '../../sales/people/policy.js';
import type { Asked, Desk } from '../request/report-context.js';
import { sliceTexts } from '../texts/slice-texts.js';

/** For those who may take figures out; `what` is the report in words. */
export const exportButton = (desk: Desk, what: string, asof?: string): Button | undefined =>
  desk.person && hasRole(desk.person.role, 'manager')
    ? button(sliceTexts(desk.locale).export, 'export', { what, ...(asof ? { asof } : {}) })
    : undefined;

/** The words of a report that is asked for by a period and a team. */
export const spanWords = (
  desk: Desk,
  { zh, en }: { zh: string; en: string },
  period: string,
  { team }: Asked,
  ...more: string[]
): string => [desk.locale === 'zh' ? zh : en, ...more, period, team?.name ?? ''].filter(Boolean).join(' ');
