import type { Context } from '../../crm/access/context.js';
import type { QuestionWhose } from '../../language/question/question-reading.js';
import { maySee, type Owned, teamsWithin } from '../../sales/people/policy.js';
import { sharedAmong } from '../../store/customers/reach-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { Person } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';

/** Whose records a list holds: one person's, or those of teams; of nobody in particular, the company's. */
export interface ListedOwner {
  person?: Person;
  teams?: ReadonlySet<string>;
  /** "Amy Chen", 华东, the company; absent of the speaker's own. */
  name?: string;
}

/** Decides whose records are meant: a rep's own where nobody is named, a manager's team's, an admin's company's. */
export async function listedOwner(ctx: Context, whose: QuestionWhose | undefined): Promise<ListedOwner> {
  const people = await listPeople(ctx.db);
  const self = people.find(({ id }) => id === ctx.person.id);
  if (typeof whose === 'object' && 'person' in whose) {
    const person = people.find(({ name }) => name === whose.person);
    if (person) return { person, ...(person.id === ctx.person.id ? {} : { name: person.name }) };
  }
  const { role } = ctx.person;
  const isOwn = whose === 'me' || (whose === undefined && (role === 'rep' || role === 'viewer'));
  if (isOwn && self) return { person: self };
  const teams = await listTeams(ctx.db);
  const named = typeof whose === 'object' && 'team' in whose ? whose.team : undefined;
  const team = teams.find((one) => (named === undefined ? one.id === ctx.person.teamId : one.name === named));
  if (!team || whose === 'company') return { name: textsIn(ctx.locale).question.company };
  return { teams: new Set(teamsWithin(teams, team.id)), name: team.name };
}

/** Filters records to those that the speaker, and in a group everybody who reads along, may see. */
export async function shownAmong<T extends Owned & { customerId: string }>(
  { db, person, audience }: Context,
  records: readonly T[],
): Promise<T[]> {
  const own = records.filter((one) => !audience || maySee(audience, one).ok);
  const unsure = own.filter((one) => !maySee(person, one).ok).map(({ customerId }) => customerId);
  const shared = unsure.length > 0 ? await sharedAmong(db, person.id, unsure) : new Set<string>();
  return own.filter((one) => maySee(person, one).ok || shared.has(one.customerId));
}
