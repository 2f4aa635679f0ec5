import type { Context } from '../../crm/access/context.js';
import { whoCan } from '../../crm/access/demand-rights.js';
import { privateUnlessSeen } from '../../crm/access/visibility.js';
import { DeniedError } from '../../kernel/command/errors.js';
import type { QuestionReading } from '../../language/question/question-reading.js';
import { maySeeReport } from '../../sales/people/policy.js';
import { listPeople } from '../../store/people/person-queries.js';
import { teamByName } from '../../store/people/team-queries.js';
import type { TeamFilter } from '../../store/reports/report-conditions.js';
import type { Person, Team } from '../../store/schema/row-types.js';
import { textsIn } from '../../texts/languages.js';
import type { ReportContext, ReportRequest } from '../request/report-context.js';
import { contextOfTeam } from '../request/report-context.js';
import { requestFor, requestOf } from '../request/report-fields.js';
import { teamsAsked } from '../request/teams-asked.js';

/** Whose figures an answer gives: one person's, a team's, or the company's. */
export interface AnswerSubject {
  person?: Person;
  team?: Team;
  /** The subject in words. */
  name: string;
}

/**
 * Decides whose figures are asked for: the named person's or team's; else a rep's own, a manager's team's, an
 * admin's company's; a ranking takes the team's. Throws DeniedError, naming who may see them, if the speaker
 * may not.
 */
export async function aboutWhom(ctx: Context, reading: QuestionReading): Promise<AnswerSubject> {
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

async function ofTeam(ctx: Context, whose: QuestionReading['whose']): Promise<AnswerSubject> {
  const t = textsIn(ctx.locale).question;
  const said =
    typeof whose === 'object' && 'team' in whose ? await teamByName(ctx.db, whose.team) : undefined;
  const { team } =
    whose === 'company'
      ? await requestFor(ctx, undefined, undefined)
      : said
        ? await requestFor(ctx, said, undefined)
        : await requestOf(ctx, {});
  return { team, name: team?.name ?? t.company };
}

/**
 * Takes one person as subject; makes the answer private if somebody in the group may not see their figures.
 */
async function ofPerson(ctx: Context, person: Person): Promise<AnswerSubject> {
  const may = person.id === ctx.person.id || maySeeReport(ctx.person, person.teamId).ok;
  const record = { ownerId: person.id, teamId: person.teamId };
  if (!may)
    throw new DeniedError(textsIn(ctx.locale).permission.report(await whoCan(ctx, 'manager', record)));
  privateUnlessSeen(ctx, record);
  return { person, name: textsIn(ctx.locale).question.owner(person.name) };
}

/** Makes the report context for an answer, without an audience if the answer is private. */
export const deskFor = (ctx: Context, { team }: AnswerSubject): ReportContext =>
  contextOfTeam(ctx.isPrivate ? { ...ctx, audience: undefined } : ctx, team);

/** The teams whose records an answer counts: those of its subject; undefined of one person or the company. */
export const teamsOfSubject = async (ctx: Context, about: AnswerSubject): Promise<TeamFilter | undefined> =>
  about.person ? undefined : await teamsAsked(deskFor(ctx, about), askedNow(ctx, about));

/** Makes the report request for the subject's team or the company, as of now. */
export const askedNow = (ctx: Context, { team }: AnswerSubject): ReportRequest => ({ team, asOf: ctx.now });
