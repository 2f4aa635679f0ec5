import { hidden, shows } from '../../crm/access/visibility.js';
import { dateWords, zonedIn } from '../../crm/words/zoned-dates.js';
import {
  type Action,
  actions,
  button,
  type Card,
  type CardNode,
  context,
  right,
  table,
  text,
} from '../../kernel/card/card.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { addDays } from '../../kernel/time/dates.js';
import { formatMoment } from '../../kernel/time/format-time.js';
import { dayMs } from '../../kernel/time/moments.js';
import { instantOf, localDate } from '../../kernel/time/zone.js';
import {
  type Bridge,
  type BridgeDeal,
  type BridgePart,
  bridgeOf,
  bridgeParts,
} from '../../sales/figures/bridge-parts.js';
import { weekOf } from '../../sales/time/weeks.js';
import { dealById } from '../../store/deals/deal-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import {
  type DealStateAt,
  dealStatesAt,
  dealsEndedIn,
  openDealStates,
} from '../../store/reports/bridge-queries.js';
import { isOfTeam, type TeamFilter } from '../../store/reports/report-conditions.js';
import { customerNames } from '../../store/reports/report-lists.js';
import { textsIn } from '../../texts/languages.js';
import { asOfWords, reportTitle, sameAsked, short } from '../nodes/headings.js';
import { contextOfTeam, type ReportContext, type ReportRequest } from '../request/report-context.js';
import { periodOf } from '../request/report-period.js';
import { teamsAsked } from '../request/teams-asked.js';

/** Deals listed per bar on one card. */
const most = 12;

export interface BridgeFigures extends Bridge {
  from: string;
  to: string;
  /** Local date on which the window ends. */
  window: string;
}

export interface BridgeAsked extends ReportRequest {
  /** The start of the comparison; by default the last Monday. */
  since?: string;
  /** The local day on which it starts, if no period is said. */
  from?: string;
  part?: BridgePart;
  said?: string;
}

/** Shows what changed in the quarter's forecast, from its start to now. */
export async function bridgeReport(
  given: ReportContext,
  asked: BridgeAsked,
): Promise<{ figures: BridgeFigures; card: Card }> {
  const ctx = contextOfTeam(given, asked.team);
  const t = textsIn(ctx.locale).bridge;
  const from = sinceOf(ctx, asked);
  const quarter = periodOf('thisQuarter', asked.asOf, ctx.zone, ctx.locale);
  const window = localDate(quarter.to, ctx.zone);
  const teamId = await teamsAsked(ctx, asked);
  const bridge = bridgeOf(await bridgeDeals(ctx, { from, to: asked.asOf, window, teamId }));
  const same = { ...sameAsked(asked, asked.said), ...spanAsked(asked) };
  const figures = {
    ...bridge,
    from: from.toISOString(),
    to: asked.asOf.toISOString(),
    window: addDays(window, -1),
  };
  const card: Card = {
    key: `report:bridge:${asked.team?.id ?? 'all'}:${asked.since ?? asked.from ?? 'week'}:${asked.part ?? ''}`,
    title: reportTitle(ctx, asked, t.bridge, quarter.label),
    tone: bridge.closing < bridge.opening ? 'warn' : 'info',
    nodes: [
      text(conclusion(ctx, bridge), 'strong'),
      ...(asked.part
        ? await dealsOf(ctx, bridge, asked.part)
        : [...chart(ctx, bridge), ...bars(ctx, bridge)]),
      ...actions(
        opening(ctx, bridge, same),
        asked.part !== undefined && button(t.whole, 'bridge', same),
        button(t.forecast, 'forecast', sameAsked(asked, asked.said)),
      ),
      context(
        t.line([
          t.since(formatMoment(from, ctx, ctx.now)),
          asOfWords(ctx, asked.asOf),
          t.window(dateWords(ctx, addDays(window, -1))),
        ]),
      ),
    ],
  };
  return { figures, card };
}

const spanAsked = ({ since, from }: BridgeAsked): Record<string, string> =>
  since ? { period: since } : from ? { since: from } : {};

/** Returns the start of the period or the day said, else the last past Monday, about when the last meeting was. */
function sinceOf(ctx: ReportContext, { since, from, asOf }: BridgeAsked): Date {
  if (since) return periodOf(since, asOf, ctx.zone, ctx.locale).from;
  if (from) return instantOf(from, '00:00', ctx.zone);
  return weekOf(new Date(asOf.getTime() - dayMs), zonedIn(ctx.zone)).from;
}

async function bridgeDeals(
  { db }: ReportContext,
  { from, to, window, teamId }: { from: Date; to: Date; window: string; teamId: TeamFilter | undefined },
): Promise<BridgeDeal[]> {
  const [openThen, openNow] = [await openDealStates(db, from), await openDealStates(db, to)];
  const ended = await dealsEndedIn(db, { from, to });
  const ids = [...new Set([...openThen, ...openNow, ...ended].map(({ id }) => id))];
  const before = new Map(openThen.map((deal) => [deal.id, deal]));
  const missing = ids.filter((id) => !before.has(id));
  for (const [id, deal] of await dealStatesAt(db, missing, from)) before.set(id, deal);
  const after = await dealStatesAt(db, ids, to);
  const stateOf = (deal: DealStateAt) => ({
    status: deal.status,
    amount: deal.amount ?? 0,
    isDue: deal.closeDate === null || deal.closeDate < window,
    isOurs: isOfTeam(deal.teamId, teamId),
  });
  return ids.flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    return is ? [{ id, before: was ? stateOf(was) : null, after: stateOf(is) }] : [];
  });
}

function conclusion(ctx: ReportContext, { opening, closing, parts }: Bridge): string {
  const t = textsIn(ctx.locale).bridge;
  const [largest] = bridgeParts
    .filter((part) => parts[part].amount !== 0)
    .sort((a, b) => Math.abs(parts[b].amount) - Math.abs(parts[a].amount));
  const why = largest ? t.mostly(t.parts[largest], short(ctx, Math.abs(parts[largest].amount))) : '';
  const delta = short(ctx, Math.abs(closing - opening));
  return t.said(short(ctx, opening), short(ctx, closing), Math.sign(closing - opening), delta, why);
}

/** Writes a signed amount. */
const signed = (ctx: ReportContext, amount: number): string =>
  shows(ctx, 'amount')
    ? `${amount > 0 ? '+' : amount < 0 ? '−' : ''}${short(ctx, Math.abs(amount))}`
    : hidden;

function bars(ctx: ReportContext, { opening, closing, parts }: Bridge): CardNode[] {
  const t = textsIn(ctx.locale).bridge;
  const rows = bridgeParts
    .filter((part) => parts[part].deals.length > 0)
    .map((part) => [t.parts[part], `${parts[part].deals.length}`, signed(ctx, parts[part].amount)]);
  return [
    table(
      [t.part, right(t.deals), right(textsIn(ctx.locale).report.columns.amount)],
      [[t.opening, '', short(ctx, opening)], ...rows, [t.closing, '', short(ctx, closing)]],
    ),
  ];
}

function chart(ctx: ReportContext, { opening, closing, parts }: Bridge): CardNode[] {
  if (!shows(ctx, 'amount')) return [];
  const t = textsIn(ctx.locale).bridge;
  const there = bridgeParts.filter((part) => parts[part].amount !== 0);
  if (opening === 0 && there.length === 0) return [];
  return [
    {
      kind: 'image',
      alt: t.alt(short(ctx, opening), short(ctx, closing)),
      chart: {
        kind: 'waterfall',
        title: t.chart,
        labels: [t.opening, ...there.map((part) => t.parts[part]), t.closing],
        series: [
          {
            name: textsIn(ctx.locale).report.columns.amount,
            values: [opening, ...there.map((part) => parts[part].amount), closing],
          },
        ],
        unit: 'money',
        currency: ctx.process.currency,
      },
    },
  ];
}

/** Makes the select that opens the deals of each bar. */
function opening(ctx: ReportContext, { parts }: Bridge, same: Record<string, string>): Action | false {
  const t = textsIn(ctx.locale).bridge;
  const there = bridgeParts.filter((part) => parts[part].deals.length > 0);
  if (there.length === 0) return false;
  return {
    kind: 'select',
    label: t.open,
    options: there.map((part) => ({
      label: `${t.parts[part]} ${parts[part].deals.length}`,
      call: { command: 'bridge', input: { ...same, part } },
    })),
  };
}

async function dealsOf(ctx: ReportContext, { parts }: Bridge, part: BridgePart): Promise<CardNode[]> {
  const t = textsIn(ctx.locale).bridge;
  const { amount, deals } = parts[part];
  const first = [...deals].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)).slice(0, most);
  const people = new Map((await listPeople(ctx.db)).map((person) => [person.id, person.name]));
  const rows: string[][] = [];
  for (const { id, amount: of } of first) {
    const deal = await dealById(ctx.db, id);
    if (!deal) continue;
    const names = await customerNames(ctx.db, [deal.customerId]);
    const owner = people.get(deal.ownerId ?? '') ?? textsIn(ctx.locale).common.nobody;
    rows.push([`${dealNo(deal)} ${names.get(deal.customerId) ?? ''}`, owner, signed(ctx, of)]);
  }
  const { name, amount: sum } = textsIn(ctx.locale).report.columns;
  return [
    text(t.partSaid(t.parts[part], deals.length, signed(ctx, amount)), 'strong'),
    table([t.deal, name, right(sum)], rows),
    ...(deals.length > first.length
      ? [context(textsIn(ctx.locale).report.more(deals.length - first.length))]
      : []),
  ];
}
