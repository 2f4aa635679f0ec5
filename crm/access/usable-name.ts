import { RuleError } from '../../kernel/command/errors.js';
import { bareName, isSelfGiven } from '../../kernel/names/self-given-name.js';
import { recordNumber } from '../../kernel/records/record-number.js';
import { readTalk } from '../../language/talk/read-talk.js';
import { eventsOf } from '../../store/activity/event-queries.js';
import { listPeople } from '../../store/people/person-queries.js';
import { listTeams } from '../../store/people/team-queries.js';
import { locales, productName, textsIn } from '../../texts/languages.js';
import type { Context } from './context.js';
import { readableCalled } from './readable.js';

/** Refuses a name that means somebody or something else here: a colleague's, a command, a customer, a team, a record. */
export async function demandUsableName(ctx: Context, name: string): Promise<void> {
  const t = textsIn(ctx.locale).people;
  if (await isColleagues(ctx, name)) throw new RuleError(t.sameName(name));
  if (isCommandWord(name) || recordNumber(name) || readTalk(name)) throw new RuleError(t.nameOfCommand(name));
  if ((await listTeams(ctx.db)).some((team) => folded(team.name) === folded(name)))
    throw new RuleError(t.nameOfTeam(name));
  const called = await readableCalled(ctx, name, { limit: 3 });
  if (called.some(({ how }) => how === 'name' || how === 'alias'))
    throw new RuleError(t.nameOfCustomer(name));
}

/** Words that call everybody in a chat. */
export const isEverybody = (name: string): boolean =>
  locales.some((locale) =>
    textsIn(locale).people.everybodyNames.some((word) => folded(word) === folded(name)),
  );

/** Words that mean the bot, a role or everybody. */
export function isReserved(name: string): boolean {
  const roles = locales.flatMap((locale) => Object.values(textsIn(locale).people.roles));
  if (isEverybody(name)) return true;
  return [...productName.split(/\s+/), ...roles].some((word) => folded(word) === folded(name));
}

/** Whether the person went by this name before, as somebody else had said: by the platform, an import or who confirmed it. */
export async function wasConfirmed({ db, person }: Context, name: string): Promise<boolean> {
  const events = await eventsOf(db, 'person', person.id, mostEvents);
  const names = events.flatMap(({ before, after }) =>
    [before, after].map((row) => (row as Named | null)?.name),
  );
  return names.some((one) => one !== undefined && !isSelfGiven(one) && one === name);
}

interface Named {
  name?: string;
}

/** Most events that are looked through for a name. */
const mostEvents = 200;

/** Spaces and the width of letters make no other name. */
const folded = (name: string): string => bareName(name).normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

/** What follows a colleague's name without making it another one: 周敏经理 ("manager Zhou Min"). */
const title = /^(?:总|总监|经理|主管|主任|老师|先生|女士|本人|manager|boss|admin)$/iu;

async function isColleagues({ db, person }: Context, name: string): Promise<boolean> {
  const said = folded(name);
  return (await listPeople(db)).some((one) => {
    if (one.id === person.id) return false;
    const theirs = folded(one.name);
    const [first = ''] = bareName(one.name).split(/\s+/);
    const isFirst =
      /\s/.test(bareName(one.name)) && !/\p{Script=Han}/u.test(one.name) && folded(first) === said;
    // Somebody may have the same first name; it is theirs as long as it is part of the speaker's own name.
    const isOwn = folded(person.name).startsWith(said);
    return (
      said === theirs ||
      (isFirst && !isOwn) ||
      (said.startsWith(theirs) && title.test(said.slice(theirs.length)))
    );
  });
}

function isCommandWord(name: string): boolean {
  return locales.some((locale) =>
    Object.values(textsIn(locale).command).some((command) =>
      (command as { words: readonly string[] }).words.some((word) => folded(word) === folded(name)),
    ),
  );
}
