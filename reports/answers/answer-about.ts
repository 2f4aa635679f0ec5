import type { Context } from '../../crm/access/context.js';
import { whoCan } from '../../crm/access/demand-rights.js';
import { keepFromCrowd } from '../../crm/access/visibility.js';
import { permissionTexts } from '../../crm/texts/permission-texts.js';
import { DeniedError } from '../../kernel/command/errors.js';
import type { QuestionReading } from '../../language/question/question-reading.js';
import { maySeeReport } from '../../sales/people/policy.js';
import { listPeople, type Person } from '../../store/people/person-queries.js';
import { type Team, teamByName } from '../../store/people/team-queries.js';
import type { Asked, Desk } from '../request/report-context.js';
import { deskOf } from '../request/report-context.js';
import { askedFor, askedOf } from '../request/report-fields.js';
import { questionTexts } from '../texts/question-texts.js';

/** Whose figures an answer is of: one person's, a team's, or the company's. */
export interface About {
  person?: Person;
  team?: Team;
  /** In words. */
  name: string;
}

/**
 * Whose figures are asked for: of who is named; else a rep's own, a manager's team's, an admin's company's; of a ranking
 * the team's. Throws DeniedError, naming who may, where these are not the speaker's to see.
 */
export async function aboutWhom(ctx: Context, reading: QuestionReading): Promise<About> {
  const { whose, by } = reading;
  const people = await listPeople(ctx.db);
  if (typeof whose === 'object' && 'person' in whose) {
    const named = people.find((one) => one.name === whose.person);
    if (named) return await ofPerson(ctx, named);
  }
  const self = people.find((one) => one.id === ctx.person.id);
  if (whose === 'me' && self) return await ofPerson(ctx, self);
  if (whose === undefined && by === undefined && ctx.person.role === 'rep' && self)
    return await ofPerson(ctx, self);
  return await ofTeam(ctx, whose);
}

async function ofTeam(ctx: Context, whose: QuestionReading['whose']): Promise<About> {
  const t = questionTexts(ctx.locale);
  const said =
    typeof whose === 'object' && 'team' in whose ? await teamByName(ctx.db, whose.team) : undefined;
  const { team } =
    whose === 'company'
      ? await askedFor(ctx, undefined, undefined)
      : said
        ? await askedFor(ctx, said, undefined)
        : await askedOf(ctx, {});
  return { team, name: team?.name ?? t.company };
}

/** In a group where somebody may not see what is theirs, the answer is for the speaker alone. */
async function ofPerson(ctx: Context, person: Person): Promise<About> {
  const may = person.id === ctx.person.id || maySeeReport(ctx.person, person.teamId).ok;
  const record = { ownerId: person.id, teamId: person.teamId };
  if (!may) throw new DeniedError(permissionTexts(ctx.locale).report(await whoCan(ctx, 'manager', record)));
  keepFromCrowd(ctx, record);
  return { person, name: questionTexts(ctx.locale).owner(person.name) };
}

/** The reports' desk for an answer; where it is for the speaker alone, nobody else reads along. */
export const deskFor = (ctx: Context, { team }: About): Desk =>
  deskOf(ctx.isPrivate ? { ...ctx, crowd: undefined } : ctx, team);

/** What a report is asked for, of a team or the company. */
export const askedNow = (ctx: Context, { team }: About): Asked => ({ team, asOf: ctx.now });
