import { priceWords } from '../../crm/words/deal-words.js';
import { actions, button, type Card, type CardNode, context, text } from '../../kernel/card/card.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { dealById } from '../../store/deals/deal-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { customerNames } from '../../store/reports/report-lists.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { trainedAt } from '../figures/forecaster.js';
import { type StandingDeal, standingDeals } from '../figures/open-deals.js';
import { asOfWords, reportTitle, sameAsked, worth } from '../nodes/headings.js';
import { contextOfTeam, type ReportContext, type ReportRequest } from '../request/report-context.js';
import { teamsAsked } from '../request/teams-asked.js';

const most = 7;

export interface GhostFigures {
  count: number;
  amount: number;
  deals: { id: string; amount: number | null; evidence: StandingDeal['evidence'] }[];
}

/** Lists inactive open deals, largest first, each with its evidence and what to do about it. */
export async function ghostReport(
  given: ReportContext,
  asked: ReportRequest & { ownerId?: string },
): Promise<{ figures: GhostFigures; card: Card }> {
  const ctx = contextOfTeam(given, asked.team);
  const t = textsIn(ctx.locale).forecast;
  const { ownerId } = asked;
  const teamId = ownerId ? undefined : await teamsAsked(ctx, asked);
  const learnt = await trainedAt(ctx.db, asked.asOf);
  const all = await standingDeals(ctx, learnt, { at: asked.asOf, teamId, ownerId });
  const ghosts = all
    .filter((deal) => deal.isGhost)
    .sort((a, b) => (b.state.amount ?? 0) - (a.state.amount ?? 0));
  const amount = ghosts.reduce((sum, { state }) => sum + (state.amount ?? 0), 0);
  const card: Card = {
    key: `report:ghosts:${asked.team?.id ?? ownerId ?? 'all'}`,
    title: reportTitle(ctx, asked, t.ghostTitle),
    tone: ghosts.length > 0 ? 'warn' : 'good',
    nodes: [
      text(ghosts.length > 0 ? t.ghostSaid(ghosts.length, worth(ctx, amount)) : t.noGhosts, 'strong'),
      ...(await lines(ctx, ghosts.slice(0, most))),
      ...(ghosts.length > most ? [context(textsIn(ctx.locale).report.more(ghosts.length - most))] : []),
      ...actions(button(t.forecast, 'forecast', sameAsked(asked, undefined))),
      context(asOfWords(ctx, asked.asOf)),
    ],
  };
  const deals = ghosts.map(({ past, state, evidence }) => ({ id: past.id, amount: state.amount, evidence }));
  return { figures: { count: ghosts.length, amount, deals }, card };
}

async function lines(ctx: ReportContext, ghosts: readonly StandingDeal[]): Promise<CardNode[]> {
  const t = textsIn(ctx.locale).forecast;
  const c = textsIn(ctx.locale).common;
  const people = new Map((await listPeople(ctx.db)).map((person) => [person.id, person.name]));
  const customers = await customerNames(
    ctx.db,
    ghosts.map(({ past }) => past.customerId),
  );
  const nodes: CardNode[] = [];
  for (const { past, state, evidence } of ghosts) {
    const deal = await dealById(ctx.db, past.id);
    if (!deal) continue;
    const no = dealNo(deal);
    const head = t.line([
      no,
      customers.get(past.customerId) ?? '',
      priceWords(ctx, state),
      people.get(state.ownerId ?? '') ?? c.nobody,
    ]);
    const why = formatsIn(ctx.locale).list(
      evidence.map(({ kind, figure, usual }) => t.evidence[kind](figure, usual)),
    );
    nodes.push(
      text(`${head}\n${why}`),
      ...actions(
        button(t.plan, 'plan', { subject: no }),
        button(c.lose, 'lost', { deal: no, v: deal.version }),
      ),
    );
  }
  return nodes;
}
