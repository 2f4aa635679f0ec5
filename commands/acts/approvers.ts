import { approversOf, type Gate } from '../../sales/gate.js';
import { listPeople } from '../../store/people.js';
import type { Deal, Person } from '../../store/row-types.js';
import type { Context } from '../context.js';
import { isAway } from './assign-lead.js';

/** Who may let the deal into the stage. */
export async function approvers(ctx: Context, gate: Gate, deal: Deal): Promise<Person[]> {
  const people = (await listPeople(ctx.db)).map((row) => ({ ...row, row, away: isAway(row, ctx.now) }));
  return approversOf(people, gate, deal).map(({ row }) => row);
}
