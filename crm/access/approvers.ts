import { approversOf, type Gate, gateAskedFor, pricedAs } from '../../sales/deals/gates.js';
import { isAway } from '../../sales/people/away.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { Approval, Deal, Person } from '../../store/schema/row-types.js';
import type { Context } from './context.js';

/** Finds the people who may approve the deal's move past the gate. */
export async function approvers(ctx: Context, gate: Gate, deal: Deal): Promise<Person[]> {
  const people = (await listPeople(ctx.db)).map((row) => ({ ...row, row, away: isAway(row, ctx.now) }));
  return approversOf(people, gate, deal).map(({ row }) => row);
}

/** Finds the people who may approve the deal's request to enter a stage; nobody if no gate is on the way. */
export async function approversFor(
  ctx: Context,
  deal: Deal,
  approval: Pick<Approval, 'stage' | 'amount' | 'told' | 'currency'>,
): Promise<Person[]> {
  const gate = gateAskedFor(ctx.process, pricedAs(deal, approval), approval.stage);
  return gate ? await approvers(ctx, gate, deal) : [];
}
