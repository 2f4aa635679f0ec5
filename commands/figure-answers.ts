import { type Action, actions, button, type Card, type CardNode, context, text } from '../bot/kernel/card.js';
import { InputError } from '../bot/kernel/errors.js';
import { readMonths } from '../bot/kernel/pieces/months.js';
import { dayMs } from '../sales/calendar.js';
import { maySeeReport } from '../sales/policy.js';
import { type AskedSpan, type FigureQuestion, readQuestion } from '../sales/question.js';
import { lookUpCustomers } from '../store/customers.js';
import { lastFollowUps } from '../store/follow-ups.js';
import { wonDeals } from '../store/forecasts.js';
import { listPeople, type Person } from '../store/people.js';
import { silentSince } from '../store/silent-customers.js';
import { teamById } from '../store/teams.js';
import type { Context } from './context.js';
import { customerNo } from './records.js';
import { askedOf } from './reports/asked.js';
import { attainmentReport, personAttainment } from './reports/attainment.js';
import { short } from './reports/headings.js';
import { periodOf } from './reports/period.js';
import { keepFromCrowd, lookAt, maySeeRecord, redacted, visible } from './sight.js';
import { common } from './texts/common.js';
import { lookupTexts } from './texts/lookups.js';
import { questionTexts } from './texts/questions.js';
import { workTexts } from './texts/work.js';
import { momentWords, todayOf } from './zoned.js';

const shown = 7;

/** Answers a question about the team's own figures, with the reading shown; undefined where it is none. */
export async function figureAnswer(ctx: Context, words: string): Promise<Card | undefined> {
  const question = readQuestion(words);
  switch (question?.kind) {
    case 'silent':
      return await silentCard(ctx, words, question);
    case 'won':
      return await wonCard(ctx, words, question);
    case 'lastTalk':
      return await lastTalkCard(ctx, words, question.rest);
    case 'toGo':
      return await toGoCard(ctx, question);
    default:
      return undefined;
  }
}

interface About {
  person?: Person;
  teamId?: string;
  name: string;
  /** What was said and is nobody. */
  unknown?: string;
}

/** Whose figures are asked for: of who is named, else a rep's own, a manager's team's, an admin's company's. */
async function aboutWhom(ctx: Context, rest: string): Promise<About> {
  const t = questionTexts(ctx.locale);
  const people = await listPeople(ctx.db);
  const named = /^(我|自己|me|i|my)$/i.test(rest)
    ? people.find((one) => one.id === ctx.person.id)
    : people.find((one) => rest !== '' && rest.toLowerCase().includes(one.name.toLowerCase()));
  const mayNamed = named && (named.id === ctx.person.id || maySeeReport(ctx.person, named.teamId).ok);
  if (named && mayNamed) return ofPerson(ctx, named);
  const unknown = rest === '' || named ? undefined : rest;
  if (ctx.person.role === 'rep' && !unknown) {
    const self = people.find((one) => one.id === ctx.person.id);
    if (self) return ofPerson(ctx, self);
  }
  const { team } = await askedOf(ctx, {});
  return { teamId: team?.id, name: team?.name ?? t.company, unknown };
}

/** In a group where somebody may not see what is theirs, the answer is for the speaker alone. */
function ofPerson(ctx: Context, person: Person): About {
  keepFromCrowd(ctx, { ownerId: person.id, teamId: person.teamId });
  return { person, name: questionTexts(ctx.locale).owner(person.name) };
}

async function silentCard(
  ctx: Context,
  words: string,
  { days, rest }: FigureQuestion & { kind: 'silent' },
): Promise<Card> {
  const t = questionTexts(ctx.locale);
  const about = await aboutWhom(ctx, rest);
  const before = new Date(ctx.now.getTime() - days * dayMs);
  const found = await silentSince(ctx.db, {
    before,
    ownerId: about.person?.id,
    teamId: about.teamId,
    limit: shown * 3,
  });
  const seen = (await visible(ctx, found.customers)).slice(0, shown);
  const people = new Map((await listPeople(ctx.db)).map((one) => [one.id, one.name]));
  const lines = seen.map((one) =>
    [
      `${customerNo(one)} ${one.name}`,
      people.get(one.ownerId ?? '') ?? '',
      one.lastFollowUpAt ? t.last(momentWords(ctx, one.lastFollowUpAt)) : t.never,
    ].join(' · '),
  );
  return answer(words, [
    text(t.silent(found.all), 'strong'),
    ...(lines.length > 0 ? [text(lines.join('\n'))] : []),
    ...actions(
      ...seen
        .slice(0, 3)
        .map((one) => button(`${common(ctx.locale).log} ${one.name}`, 'log', { subject: customerNo(one) })),
    ),
    ...reading(ctx, about, [t.silentFor(days)]),
  ]);
}

async function wonCard(
  ctx: Context,
  words: string,
  { span, rest }: FigureQuestion & { kind: 'won' },
): Promise<Card> {
  const t = questionTexts(ctx.locale);
  const about = await aboutWhom(ctx, rest);
  const period = periodOf(span, ctx.now, ctx.zone, ctx.locale);
  const { deals, amount } = await wonDeals(ctx.db, {
    from: period.from,
    to: period.to,
    ownerId: about.person?.id,
    teamId: about.teamId,
  });
  return answer(words, [
    text(t.wonSaid(short(ctx, amount), deals), 'strong'),
    ...actions(...otherSpans(ctx, words, span)),
    ...reading(ctx, about, [period.label, t.won]),
  ]);
}

async function lastTalkCard(ctx: Context, words: string, rest: string): Promise<Card> {
  const t = questionTexts(ctx.locale);
  const by = { personId: ctx.person.id, teamId: ctx.person.teamId };
  const [match] = await lookUpCustomers(ctx.db, rest, { ...by, limit: 1 });
  if (!match || !(await maySeeRecord(ctx, match.customer)))
    throw new InputError('words', lookupTexts(ctx.locale).noCustomer(rest));
  const { customer } = match;
  lookAt(ctx, 'customer', customer);
  const people = new Map((await listPeople(ctx.db)).map((one) => [one.id, one.name]));
  const logs = await lastFollowUps(ctx.db, customer.id, 3);
  const { channels } = workTexts(ctx.locale);
  const lines = logs.map(
    (log) =>
      `${momentWords(ctx, log.at)} ${people.get(log.personId) ?? ''} ${channels[log.channel]}: ${redacted(ctx, log.words, { ownerId: log.personId })}`,
  );
  return answer(words, [
    ...(lines.length > 0 ? lines.map((line) => text(line)) : [text(t.noTalk(customer.name), 'strong')]),
    ...actions(
      button(common(ctx.locale).log, 'log', { subject: customerNo(customer) }),
      button(common(ctx.locale).find, 'find', { name: customerNo(customer) }),
    ),
    context(t.read([customer.name, t.lastTalk])),
  ]);
}

/** What is left to the target: the report of targets says so first. */
async function toGoCard(ctx: Context, { span, rest }: FigureQuestion & { kind: 'toGo' }): Promise<Card> {
  const about = await aboutWhom(ctx, rest);
  // A week has no target: its month has.
  const months = readMonths(questionTexts('zh').spans[span], todayOf(ctx));
  const asked = { asOf: ctx.now, span: months };
  if (about.person) return (await personAttainment(ctx, about.person, asked)).card;
  const team = about.teamId ? await teamById(ctx.db, about.teamId) : undefined;
  return (await attainmentReport(ctx, { ...asked, team })).card;
}

const answer = (words: string, nodes: CardNode[]): Card => ({
  key: `answer:${words}`,
  title: words,
  tone: 'info',
  nodes,
});

function reading(ctx: Context, about: About, parts: string[]): CardNode[] {
  const t = questionTexts(ctx.locale);
  return [
    ...(about.unknown ? [text(t.unknown(about.unknown))] : []),
    context(t.read([...parts.slice(0, -1), about.name, ...parts.slice(-1)])),
  ];
}

/** The same question of another time, where it was meant otherwise. */
function otherSpans(ctx: Context, words: string, now: AskedSpan): Action[] {
  const t = questionTexts(ctx.locale);
  const others = (['thisMonth', 'lastMonth', 'thisQuarter', 'thisYear'] as const).filter(
    (span) => span !== now,
  );
  const plain = Object.values(t.spans).reduce((left, span) => left.replace(span, ''), words);
  return others.map((span) => button(t.spans[span], 'ask', { words: `${t.spans[span]} ${plain}`.trim() }));
}
