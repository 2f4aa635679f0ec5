import { type Context, defineCommand } from '../../crm/access/context.js';
import { todayCard } from '../../crm/cards/today-card.js';
import { onlyCustomerShown } from '../../crm/lookup/only-customer.js';
import type { Card } from '../../kernel/card/card.js';
import { InputError } from '../../kernel/command/errors.js';
import { f, shareField } from '../../kernel/command/fields.js';
import { hasRole } from '../../kernel/command/roles.js';
import { takeFieldFilters } from '../../language/look-up/field-filters.js';
import { type ListRequest, readList } from '../../language/look-up/list-request.js';
import type { ListKind } from '../../language/look-up/list-words.js';
import { ownerAsked } from '../../language/look-up/owner-asked.js';
import { nothingKnown, readQuestion } from '../../language/question/read-question.js';
import { filedValues, namesAskedBy } from '../../reports/answers/read-known-question.js';
import { boardCard } from '../../reports/lists/board-card.js';
import { customerList } from '../../reports/lists/customer-list.js';
import { dealList } from '../../reports/lists/deal-list.js';
import { leadList } from '../../reports/lists/lead-list.js';
import type { ListPage } from '../../reports/lists/list-card.js';
import { logList } from '../../reports/lists/log-list.js';
import { taskList } from '../../reports/lists/task-list.js';
import { pageField } from '../../reports/request/report-fields.js';
import { findSource } from '../../sales/process/stages.js';
import { listPeople } from '../../store/people/person-queries.js';
import { everyWording, formatsIn, textsIn } from '../../texts/languages.js';

/** Reads what a list is to hold; throws InputError if it cannot be narrowed by what was said. */
async function requestIn(ctx: Context, kind: ListKind, said = ''): Promise<ListRequest> {
  const fields = ctx.process.fields.map(({ key, name }) => ({ key, words: [key, ...everyWording(name)] }));
  const { rest, values } = takeFieldFilters(said, fields);
  if (values.length === 0) return await plainRequest(ctx, kind, said);
  const request = await plainRequest(ctx, kind, rest);
  const sources = values.map((one) => (one.dimension === 'source' ? withSourceKey(ctx, one) : one));
  return { ...request, filters: { ...request.filters, values: [...request.filters.values, ...sources] } };
}

/** The filter by the key of the source that the words name. */
function withSourceKey(
  { process }: Context,
  value: ListRequest['filters']['values'][number],
): ListRequest['filters']['values'][number] {
  const found = findSource(process, value.words);
  return found.kind === 'one' ? { ...value, key: found.item.key } : value;
}

/** The same of words without `field=value`. */
async function plainRequest(ctx: Context, kind: ListKind, words = ''): Promise<ListRequest> {
  const known = await namesAskedBy(ctx, words);
  const read = readList(words, known, kind);
  if (read?.rest === '') return read.request;
  const values = [...(await filedValues(ctx, words)), ...known.values];
  const again = readList(words, { ...known, values }, kind);
  if (again?.rest === '') return again.request;
  const customer =
    again && (kind === 'deals' || kind === 'tasks') ? await onlyCustomerShown(ctx, again.rest) : undefined;
  if (again && customer)
    return { ...again.request, filters: { ...again.request.filters, customer: customer.name } };
  // The verb may stand for the noun: `deals of Zelda`.
  const owner = (ownerAsked(words) ?? ownerAsked(`deals ${words}`))?.who;
  if (owner) throw await noColleague(ctx, owner);
  const t = textsIn(ctx.locale).list;
  throw new InputError(null, t.notNarrowed(again?.rest ?? words), t.narrowedExample);
}

/** Says that nobody is called so, and names those of the speaker's team. */
async function noColleague(ctx: Context, name: string): Promise<InputError> {
  const team = (await listPeople(ctx.db, ctx.person.teamId))
    .filter(({ active }) => active)
    .slice(0, mostNamed);
  const names = formatsIn(ctx.locale).list(team.map((one) => one.name));
  return new InputError(null, textsIn(ctx.locale).lookup.noPerson(name, names));
}

/** Most colleagues that are named. */
const mostNamed = 8;

const paged = (page: string | undefined, words: string | undefined): ListPage => ({
  page: Number(page ?? 1),
  ...(words === undefined ? {} : { words }),
});

/** `我的商机` ("my deals"), `张三的商机 >谈判` ("Zhang San's deals in negotiation"): open deals, the largest first. */
export const myDeals = defineCommand({
  name: 'deals',
  reads: true,
  isPersonal: () => true,
  fields: { page: pageField, share: shareField, words: f.rest() },
  run: async ({ page, words }, ctx): Promise<Card> =>
    await dealList(ctx, await requestIn(ctx, 'deals', words), paged(page, words)),
});

/** `customers without contact for two weeks`, 我的客户 两周没跟 ("not followed up for two weeks"): a question for those. */
function silentInstead(words: string): { command: string; words: string } | undefined {
  const { measure } = readQuestion(words, nothingKnown) ?? {};
  return measure === 'silent' ? { command: 'ask', words } : undefined;
}

/** `我的客户` ("my customers"), `#KA 客户` ("KA customers"): customers, those with the most in open deals first. */
export const myCustomers = defineCommand({
  name: 'customers',
  reads: true,
  seldom: true,
  instead: silentInstead,
  isPersonal: () => true,
  fields: { page: pageField, share: shareField, words: f.rest() },
  run: async ({ page, words }, ctx): Promise<Card> =>
    await customerList(ctx, await requestIn(ctx, 'customers', words), paged(page, words)),
});

/** `我的线索` ("my leads"): open leads, the newest first. */
export const myLeads = defineCommand({
  name: 'leads',
  reads: true,
  seldom: true,
  isPersonal: () => true,
  fields: { page: pageField, share: shareField, words: f.rest() },
  run: async ({ page, words }, ctx): Promise<Card> =>
    await leadList(ctx, await requestIn(ctx, 'leads', words), paged(page, words)),
});

/** `待办 下周` ("tasks next week"): open tasks by the day on which they are due. */
export const myTasks = defineCommand({
  name: 'tasks',
  reads: true,
  seldom: true,
  isPersonal: () => true,
  fields: { page: pageField, share: shareField, words: f.rest() },
  async run({ page, words }, ctx): Promise<Card> {
    const asked = await requestIn(ctx, 'tasks', words);
    // What is overdue is the team's to its manager, unless it is asked for as their own.
    const isTeams = asked.isLate && asked.whose === undefined && hasRole(ctx.person.role, 'manager');
    const request = isTeams ? { ...asked, whose: 'team' as const } : asked;
    const isOwn = request.whose === undefined || request.whose === 'me';
    if (isOwn && request.period === 'today') return await todayCard(ctx);
    return await taskList(ctx, request, paged(page, words));
  },
});

/** `我的跟进 本周` ("my follow-ups this week"): what was followed up, today if no span is said, the newest first. */
export const myLogs = defineCommand({
  name: 'logs',
  reads: true,
  seldom: true,
  isPersonal: () => true,
  fields: { page: pageField, share: shareField, words: f.rest() },
  run: async ({ page, words }, ctx): Promise<Card> =>
    await logList(ctx, await requestIn(ctx, 'logs', words), paged(page, words)),
});

/** `看板` ("board"): open deals by stage, with sums. */
export const dealBoard = defineCommand({
  name: 'board',
  reads: true,
  seldom: true,
  isPersonal: () => true,
  fields: { share: shareField, words: f.rest() },
  run: async ({ words }, ctx): Promise<Card> =>
    await boardCard(ctx, await requestIn(ctx, 'board', words), words),
});
