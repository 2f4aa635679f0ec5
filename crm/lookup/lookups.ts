import type { Lookup, Lookups } from '../../kernel/command/command.js';
import { ChooseError, InputError } from '../../kernel/command/errors.js';
import { hasRole } from '../../kernel/command/roles.js';
import { bareName, markedName } from '../../kernel/names/self-given-name.js';
import {
  customerNo,
  dealNo,
  leadNo,
  type NumberedType,
  recordLetters,
  recordNo,
  recordNumber,
} from '../../kernel/records/record-number.js';
import { foldWords } from '../../kernel/words/folding.js';
import { isNameLike } from '../../language/names/name-like.js';
import { settingsOf } from '../../sales/process/process-settings.js';
import { findLossReason, findPipeline, findStage, isStage, openStages } from '../../sales/process/stages.js';
import { type FoundNames, findNamed } from '../../sales/words/find-named.js';
import { openDealsOf } from '../../store/deals/deal-queries.js';
import { liveLeadsOf } from '../../store/leads/lead-queries.js';
import { listPeople, personByIdentity } from '../../store/people/person-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import type { Customer, Deal, Person } from '../../store/schema/row-types.js';
import { type ByLanguage, formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { readableCalled } from '../access/readable.js';
import { privateUnlessSeen, visible } from '../access/visibility.js';
import { company, whoseLookup } from '../access/whose-lookup.js';
import { openCustomer } from '../words/open-records.js';
import { dealLabel, leadLabel } from '../words/record-labels.js';
import { contactsCalled, ownContactsCalled } from './contacts-called.js';
import { dealsNamed } from './deal-names.js';
import { openSubject } from './open-subject.js';
import { searchCustomers, searchPeople, searchRecords } from './search-records.js';
import { taskLookup } from './task-named.js';
import { subjectTold } from './told-subject.js';

const most = 4;

/** Most entries that a picker shows. */
const mostFound = 20;

/**
 * Finds the customer of that name, or the only one whose name begins with it, for an order to change something in
 * whole words; always asks about a name that is only similar.
 */
async function customerNamed(ctx: Context, words: string, field: string, isOrder = false): Promise<string> {
  const t = textsIn(ctx.locale).lookup;
  const found = await readableCalled(ctx, words);
  const exact = found.filter(({ how }) => how === 'name' || how === 'alias');
  const begun = found.filter(
    ({ how, customer }) => how === 'start' && (!isOrder || isWholeStart(words, customer.name)),
  );
  const meant = exact.length > 0 ? exact : begun;
  const [only] = meant;
  if (only && meant.length === 1) {
    privateUnlessSeen(ctx, only.customer);
    return customerNo(only.customer);
  }
  const mine = meant.filter((match) => match.customer.ownerId === ctx.person.id);
  if (mine.length === 1 && mine[0]) return customerNo(mine[0].customer);
  const asked = exact.length > 0 ? exact : found;
  if (asked.length === 0) throw unknownCustomer(ctx, field, words);
  const people = await namesOf(ctx);
  const options = asked.slice(0, most).map(({ customer }) => ({
    label: [customer.name, customerNo(customer), people.get(customer.ownerId ?? '')]
      .filter(Boolean)
      .join(' · '),
    value: customerNo(customer),
  }));
  throw new ChooseError(field, t.whichCustomer(words), options, words);
}

/** Whether the words are the first whole words of a Latin name; in Chinese a beginning is a short form. */
const isWholeStart = (words: string, name: string): boolean =>
  !/[a-z]$/i.test(words) || /^$|^[^\p{L}\p{N}]/u.test(name.slice(words.length));

const namesOf = async (ctx: Context): Promise<Map<string, string>> =>
  new Map((await listPeople(ctx.db)).map((person) => [person.id, person.name]));

/** A number without its letter, for fields that take only leads. */
const bareNumber = /^\d{1,9}$/;

const leadAndCustomer = ['lead', 'customer'] as const;
const everyType = Object.keys(recordLetters) as NumberedType[];

/** Names the text that says what was expected instead of another type's number. */
function expectedOf(types: readonly NumberedType[]): NumberedType | 'leadOrCustomer' {
  const [only] = types;
  if (only && types.length === 1) return only;
  return types.includes('deal') ? 'deal' : 'leadOrCustomer';
}

/** Checks a record's number: it exists, has one of the types, and the speaker may see it. */
async function recordNumbered(
  ctx: Context,
  words: string,
  types: readonly NumberedType[],
  field: string,
): Promise<string | undefined> {
  const number = recordNumber(words);
  if (!number) return undefined;
  const said = recordNo(number.type, number.no);
  const t = textsIn(ctx.locale).lookup;
  if (!types.includes(number.type)) throw new InputError(field, t.wrongKind(said, t[expectedOf(types)]));
  try {
    const { customer } = await openSubject(ctx, said);
    return number.type === 'customer' ? customerNo(customer) : said;
  } catch (error) {
    throw error instanceof InputError ? new InputError(field, error.message) : error;
  }
}

/**
 * Looks up the record that a customer's name stands for in an act: its open deal or lead, else, if allowed,
 * the customer.
 */
function narrowed(...types: readonly NumberedType[]): Lookup<Context> {
  const numbered: readonly NumberedType[] = types.includes('customer') ? [...types, 'task'] : types;
  const isLead = types.length === 1 && types[0] === 'lead';
  const hasDeals = types.includes('deal');
  return {
    async find(words, ctx, field) {
      const known = await recordNumbered(ctx, words, numbered, field);
      if (known) return known;
      if (isLead && bareNumber.test(words)) return await find(recordNo('lead', Number(words)), ctx, field);
      const deals = hasDeals && !(await isCustomer(ctx, words)) ? await dealsNamed(ctx, words) : [];
      if (deals.length > 0) return chosenDeal(ctx, deals, { words, field });
      const isOrder = !types.includes('customer');
      const customer = await openCustomer(ctx, await customerNamed(ctx, words, field, isOrder));
      return await narrowedTo(ctx, customer, types, { words, field });
    },
    knows: hasDeals ? knowsCustomerOrDeal : knowsCustomer,
    search: (words, ctx) => searchRecords(words, ctx, types),
  };
  function find(words: string, ctx: Context, field: string): Promise<string> {
    return narrowed(...types).find(words, ctx, field);
  }
}

/** Whether a customer has exactly this name. */
const isCustomer = async (ctx: Context, words: string): Promise<boolean> =>
  (await readableCalled(ctx, words, { exact: true, limit: 1 })).length > 0;

/** The number of the only deal, or asks which of several is meant. */
function chosenDeal(ctx: Context, deals: readonly Deal[], said: { words: string; field: string }): string {
  const [only] = deals;
  if (only && deals.length === 1) {
    privateUnlessSeen(ctx, only);
    return dealNo(only);
  }
  const options = deals.slice(0, most).map((deal) => ({ label: dealLabel(ctx, deal), value: dealNo(deal) }));
  throw new ChooseError(said.field, textsIn(ctx.locale).lookup.whichRecord(said.words), options, said.words);
}

/**
 * Narrows a customer to the record that an act is about: its only open deal or lead, else, if allowed, the
 * customer.
 */
export async function narrowedTo(
  ctx: Context,
  customer: Customer,
  types: readonly NumberedType[],
  { words, field }: { words: string; field: string },
): Promise<string> {
  const t = textsIn(ctx.locale).lookup;
  const deals = types.includes('deal') ? await openDealsOf(ctx.db, customer.id) : [];
  const seen = await visible(ctx, deals);
  const leads = types.includes('lead') && seen.length === 0 ? await liveLeadsOf(ctx.db, customer.id) : [];
  const alive = await visible(ctx, leads);
  const options = [
    ...seen.map((deal) => ({ label: dealLabel(ctx, deal), value: dealNo(deal) })),
    ...alive.map((lead) => ({ label: leadLabel(ctx, lead), value: leadNo(lead) })),
  ];
  const [only] = options;
  if (only && options.length === 1) return only.value;
  const self = types.includes('customer')
    ? [{ label: t.onlyCustomer(customer.name), value: customerNo(customer) }]
    : [];
  if (options.length > 1) {
    const shown = [...options.slice(0, most - self.length), ...self];
    throw new ChooseError(field, t.whichRecord(customer.name), shown, words);
  }
  if (self[0]) return self[0].value;
  if (types.every((type) => type === 'lead')) throw new InputError(field, t.noLead(customer.name));
  throw new InputError(field, t.noDeal(customer.name), t.newDealExample(customer.name));
}

/**
 * Finds what a typed report is written on, as of a report in a sentence: of a customer with several deals the one that its
 * words tell, else the customer. It asks only which customer is meant.
 */
async function subjectOfReport(words: string, ctx: Context, field: string): Promise<string> {
  try {
    return await narrowed('deal', 'lead', 'customer').find(words, ctx, field);
  } catch (error) {
    const customer =
      error instanceof ChooseError
        ? await customerNamed(ctx, words, field).catch(() => undefined)
        : undefined;
    if (!customer) throw error;
    return (await subjectTold(ctx, await openCustomer(ctx, customer), ctx.words)).subject.number;
  }
}

/**
 * Looks up a lead's number, with or without its letter, or a customer's lead that fits, else the customer.
 */
function leadOrCustomer(status: 'open' | 'pool'): Lookup<Context> {
  return {
    async find(words, ctx, field) {
      if (bareNumber.test(words)) return await this.find(recordNo('lead', Number(words)), ctx, field);
      const known = await recordNumbered(ctx, words, leadAndCustomer, field);
      if (known) return known;
      const customer = await openCustomer(ctx, await customerNamed(ctx, words, field));
      const alive = (await liveLeadsOf(ctx.db, customer.id)).filter((lead) => lead.status === status);
      const leads = await visible(ctx, alive);
      const [only] = leads;
      if (only && leads.length === 1) return leadNo(only);
      if (!only) return customerNo(customer);
      const options = leads
        .slice(0, most)
        .map((lead) => ({ label: leadLabel(ctx, lead), value: leadNo(lead) }));
      throw new ChooseError(field, textsIn(ctx.locale).lookup.whichRecord(customer.name), options, words);
    },
    knows: knowsCustomer,
    search: (words, ctx) => searchRecords(words, ctx, leadAndCustomer),
  };
}

/** Whether the words are a record's number or name a customer for sure. */
async function knowsCustomer(words: string, ctx: Context): Promise<boolean> {
  if (recordNumber(words)) return true;
  if (words.length > 60) return false;
  // Several words match only as an exact name; pinyin and near misses apply to a single word.
  const exact = /\s/.test(words.trim());
  return (await readableCalled(ctx, words, { exact, limit: 1 })).length > 0;
}

/** Whether the words are a record's number or name a customer or one of the speaker's deals for sure. */
const knowsCustomerOrDeal = async (words: string, ctx: Context): Promise<boolean> =>
  (await knowsCustomer(words, ctx)) ||
  (words.length <= mostLetters && (await dealsNamed(ctx, words)).length > 0);

/** Looks up any record by number, or by name: a customer, an open deal, or a contact, who stands for their customer. */
const names: Lookup<Context> = {
  async find(words, ctx, field) {
    const known = await recordNumbered(ctx, words, everyType, field);
    if (known) return known;
    const other = (await knowsCustomer(words, ctx)) ? undefined : await recordCalled(ctx, words, field);
    return other ?? (await customerNamed(ctx, words, field));
  },
  knows: async (words, ctx) =>
    (await knowsCustomer(words, ctx)) ||
    (words.length <= mostLetters && (await isOwnName(ctx, words.trim()))),
  search: searchCustomers,
};

/** Letters that the name of a deal or a contact has at most, if it is said alone. */
const mostLetters = 40;

/** Whether the words are the name of the speaker's own deal or contact, or a contact's number. */
async function isOwnName(ctx: Context, words: string): Promise<boolean> {
  const deals = await dealsNamed(ctx, words);
  return deals.length > 0 || (await ownContactsCalled(ctx, words)).length > 0;
}

/** The number of the deal, or of the contact's customer, that the words name; asks which one if there are several. */
async function recordCalled(ctx: Context, words: string, field: string): Promise<string | undefined> {
  const deals = await dealsNamed(ctx, words);
  const contacts = deals.length > 0 ? [] : await contactsCalled(ctx, words);
  const options = [
    ...deals.map((deal) => ({ label: dealLabel(ctx, deal), value: dealNo(deal) })),
    ...contacts.map(({ contact, of }) => ({ label: `${contact.name} · ${of.name}`, value: customerNo(of) })),
  ];
  const values = new Set(options.map(({ value }) => value));
  if (values.size < 2) return options[0]?.value;
  const t = textsIn(ctx.locale).lookup;
  throw new ChooseError(field, t.whichRecord(words), options.slice(0, most), words);
}

const customers: Lookup<Context> = {
  async find(words, ctx, field) {
    return (
      (await recordNumbered(ctx, words, ['customer'], field)) ?? (await customerNamed(ctx, words, field))
    );
  },
  knows: knowsCustomer,
  search: searchCustomers,
};

interface Item {
  key: string;
  name: ByLanguage;
}

function chosen<T extends Item>(
  ctx: Context,
  found: FoundNames<T>,
  all: readonly T[],
  said: { field: string; words: string; none(all: string): string; which: string; offersAll?: boolean },
): string {
  if (found.kind === 'one') return found.item.key;
  const name = (item: T) => item.name[ctx.locale];
  const optionsOf = (items: readonly T[]) => items.map((item) => ({ label: name(item), value: item.key }));
  if (found.kind === 'none') {
    const none = said.none(formatsIn(ctx.locale).list(all.map(name)));
    if (said.offersAll) throw new ChooseError(said.field, none, optionsOf(all), said.words);
    throw new InputError(said.field, none);
  }
  throw new ChooseError(said.field, said.which, optionsOf(found.items.slice(0, most)), said.words);
}

const stage: Lookup<Context> = {
  async find(words, ctx, field) {
    const t = textsIn(ctx.locale).lookup;
    const [main, ...others] = ctx.process.pipelines.map((pipeline) => findStage(pipeline, words));
    const elsewhere = others.filter((found) => found.kind === 'one');
    // Several pipelines use the name: the act later takes the stage of its deal's pipeline.
    if (elsewhere.length > (main?.kind === 'one' ? 0 : 1)) return words;
    const found = elsewhere[0] ?? main ?? { kind: 'none' };
    const all = ctx.process.pipelines.flatMap((pipeline) => pipeline.stages);
    return chosen(ctx, found, all, {
      field,
      words,
      none: (names) => t.noStage(words, names),
      which: t.whichStage(words),
    });
  },
  knows: async (words, ctx) => isStage(ctx.process, words),
  choices: async (ctx) =>
    openStages(ctx.process).map((one) => ({ label: one.name[ctx.locale], value: one.key })),
};

const pipeline: Lookup<Context> = {
  async find(words, ctx, field) {
    const t = textsIn(ctx.locale).lookup;
    return chosen(ctx, findPipeline(ctx.process, words), ctx.process.pipelines, {
      field,
      words,
      none: (all) => t.noPipeline(words, all),
      which: t.whichPipeline(words),
    });
  },
  knows: async (words, ctx) => findPipeline(ctx.process, words).kind === 'one',
  choices: async (ctx) =>
    ctx.process.pipelines.map((one) => ({ label: one.name[ctx.locale], value: one.key })),
};

/** Looks up a rule by name or part of it; the value is the name in the speaker's language. */
const rule: Lookup<Context> = {
  async find(words, ctx, field) {
    const t = textsIn(ctx.locale).rule;
    const all = settingsOf(ctx.process).map((setting) => ({ ...setting, key: setting.name[ctx.locale] }));
    const found = findNamed(all, words);
    if (found.kind === 'none') throw new InputError(field, t.unknown(words), t.ruleExample);
    return chosen(ctx, found, all, { field, words, none: () => t.unknown(words), which: t.which(words) });
  },
  knows: async (words, ctx) => findNamed(settingsOf(ctx.process), words).kind !== 'none',
  async search(words, ctx) {
    const all = settingsOf(ctx.process).map((setting) => setting.name[ctx.locale]);
    const fits = all.filter((name) => foldWords(name).includes(foldWords(words)));
    return fits.slice(0, mostFound).map((name) => ({ label: name, value: name }));
  },
};

const lossReason: Lookup<Context> = {
  async find(words, ctx, field) {
    const t = textsIn(ctx.locale).lookup;
    return chosen(ctx, findLossReason(ctx.process, words), ctx.process.lossReasons, {
      field,
      words,
      none: () => t.noReason(words),
      offersAll: true,
      which: t.whichReason(words),
    });
  },
  knows: async (words, ctx) => findLossReason(ctx.process, words).kind !== 'none',
  choices: async (ctx) =>
    ctx.process.lossReasons.map((one) => ({ label: one.name[ctx.locale], value: one.key })),
};

/** Finds colleagues by name, by key, or by the platform id in a mention. */
async function peopleCalled(ctx: Context, words: string): Promise<Person[]> {
  const wanted = words.toLowerCase();
  const all = await listPeople(ctx.db);
  const exact = all.filter((person) => person.id === words || person.name.toLowerCase() === wanted);
  if (exact.length > 0) return exact;
  const mentioned = await personByIdentity(ctx.db, ctx.platform, words);
  if (mentioned) return [mentioned];
  const unconfirmed = all.filter((person) => bareName(person.name).toLowerCase() === wanted);
  if (unconfirmed.length > 0) return unconfirmed;
  return all.filter((person) => person.name.toLowerCase().startsWith(wanted));
}

const person: Lookup<Context> = {
  async find(said, ctx, field) {
    const t = textsIn(ctx.locale).lookup;
    const words = markedName(said);
    const found = await peopleCalled(ctx, words);
    const all = await listPeople(ctx.db);
    const sure = (one: Person) =>
      all.filter((other) => bareName(other.name) === one.name).length === 1 ? one.name : one.id;
    const [only] = found;
    // The beginning of a name is a guess, so the speaker is asked.
    const plain = bareName(only?.name ?? '');
    const guessed = plain.toLowerCase().startsWith(words.toLowerCase()) && plain.length > words.length;
    if (only && found.length === 1 && !guessed) return sure(only);
    if (!only) {
      const team = all.filter((one) => one.teamId === ctx.person.teamId).slice(0, 8);
      throw new InputError(field, t.noPerson(words, formatsIn(ctx.locale).list(team.map((one) => one.name))));
    }
    const teams = new Map((await listTeams(ctx.db)).map((team) => [team.id, team.name]));
    const options = found.slice(0, most).map((one) => ({
      label: t.inTeam(one.name, teams.get(one.teamId ?? '') ?? t.noTeamYet),
      value: sure(one),
    }));
    throw new ChooseError(field, t.whichPerson(words), options, words);
  },
  knows: async (words, ctx) => {
    const said = markedName(words.replace(/^@/, '')).toLowerCase();
    return (await listPeople(ctx.db)).some((one) =>
      [one.name, bareName(one.name)].some((name) => name.toLowerCase() === said),
    );
  },
  choices: async (ctx) => {
    const team = (await listPeople(ctx.db)).filter(
      (one) => one.teamId === ctx.person.teamId && one.id !== ctx.person.id,
    );
    return team.slice(0, 8).map((one) => ({ label: one.name, value: one.name }));
  },
  search: searchPeople,
};

/** Opens the colleague that a `person` field's value names. */
export async function openPerson(ctx: Context, value: string): Promise<Person> {
  const all = await listPeople(ctx.db);
  const found = all.find((one) => one.id === value) ?? all.find((one) => one.name === value);
  if (!found) throw new InputError(null, textsIn(ctx.locale).lookup.noPerson(value, ''));
  return found;
}

const team: Lookup<Context> = {
  async find(words, ctx, field) {
    const teams = await listTeams(ctx.db);
    const found = teams.find((one) => one.name.toLowerCase() === words.toLowerCase());
    if (found) return found.name;
    const all = formatsIn(ctx.locale).list(teams.map((one) => one.name));
    throw new InputError(field, textsIn(ctx.locale).lookup.noTeam(words, all));
  },
  knows: async (words, ctx) =>
    (await listTeams(ctx.db)).some((one) => one.name.toLowerCase() === words.toLowerCase()),
  choices: async (ctx) =>
    (await listTeams(ctx.db)).slice(0, 8).map((one) => ({ label: one.name, value: one.name })),
};

/** Looks up a team, or all teams. */
const teamOrCompany: Lookup<Context> = {
  ...team,
  find: async (words, ctx, field) => (company.test(words) ? 'company' : await team.find(words, ctx, field)),
  knows: async (words, ctx) => company.test(words) || (await team.knows?.(words, ctx)) === true,
};

const task = taskLookup((ctx, words, field) => recordNumbered(ctx, words, ['task'], field));

/** Every lookup a field may name. */
/** Says that no customer is called so; who may create one is offered to. */
function unknownCustomer({ locale, person }: Context, field: string, words: string): InputError {
  const t = textsIn(locale).lookup;
  if (!isNameLike(words)) return new InputError(field, t.noSuchCustomer);
  const create = { label: t.createCustomer(words), call: { command: 'lead', input: { customer: words } } };
  return new InputError(
    field,
    t.noCustomer(words),
    undefined,
    hasRole(person.role, 'rep') ? create : undefined,
  );
}

export const lookups: Lookups<Context> = {
  name: names,
  customer: customers,
  subject: narrowed('deal', 'lead', 'customer'),
  told: { ...narrowed('deal', 'lead', 'customer'), find: subjectOfReport },
  opportunity: narrowed('deal', 'lead'),
  deal: narrowed('deal'),
  lead: narrowed('lead'),
  pooled: leadOrCustomer('pool'),
  held: leadOrCustomer('open'),
  stage,
  pipeline,
  rule,
  lossReason,
  task,
  person,
  team,
  teamOrCompany,
  whose: whoseLookup(person),
};
