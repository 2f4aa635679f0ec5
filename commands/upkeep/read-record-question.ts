import type { Context } from '../../crm/access/context.js';
import { lookups } from '../../crm/field-lookups/lookups.js';
import { foldName } from '../../kernel/words/folding.js';
import type { WordReader, WordReading } from '../../language/arbiter/reading.js';
import { readRecordQuestion } from '../../language/upkeep/record-questions.js';
import { mayChange } from '../../sales/people/policy.js';
import { spellingsOf } from '../../store/people/name-sounds.js';
import { listPeople } from '../../store/people/person-queries.js';

/** Reads a question about what became of a record: who changed or viewed it, how it was on a day, what somebody did. */
export const readRecordAsked: WordReader<Context> = async ({ line }, ctx) => {
  const asked = readRecordQuestion(line, ctx.at);
  if (!asked) return undefined;
  if (asked.ask === 'doings') return await doingsRead(ctx, asked.who, asked.period);
  const named = asked.record === '' ? (ctx.subject ?? ctx.topic) : asked.record;
  if (named === undefined || !(await isKnown(ctx, named))) return undefined;
  switch (asked.ask) {
    case 'changes':
      return lookUp('edits', { name: named, ...(asked.field ? { field: asked.field } : {}) });
    case 'views':
      return lookUp('views', { name: named });
    case 'asOf': {
      const { value, time } = asked.at;
      return lookUp('as-of', { name: named, asof: time ? `${value}T${time}` : value });
    }
  }
};

const lookUp = (command: string, input: Record<string, string>): WordReading => ({
  kind: 'lookUp',
  strength: 'exact',
  call: { command, input },
});

const isKnown = async (ctx: Context, words: string): Promise<boolean> =>
  /^[a-z]-\d+$/iu.test(words) || (await lookups.name?.knows?.(words, ctx)) === true;

const spans: readonly [RegExp, string][] = [
  [/^(?:昨天|yesterday)$/iu, 'yesterday'],
  [/^前天$/u, 'dayBefore'],
  [/^(?:本周|这周|这个?星期|这两天|this week)$/iu, 'thisWeek'],
  [/^(?:上周|上个?星期|last week)$/iu, 'lastWeek'],
  [/^(?:本月|这个月|this month)$/iu, 'thisMonth'],
  [/^(?:上月|上个月|last month)$/iu, 'lastMonth'],
];

/** Reads what a colleague, or the speaker, did. */
async function doingsRead(ctx: Context, who: string, period: string): Promise<WordReading | undefined> {
  const span = spans.find(([pattern]) => pattern.test(period))?.[1];
  const said = foldName(who);
  const isSelf = /^(?:我|i|my)$/iu.test(who);
  const people = (await listPeople(ctx.db)).filter(({ active }) => active);
  const found = isSelf
    ? [ctx.person]
    : people.filter(({ name }) =>
        [name, name.split(' ')[0] ?? '', ...spellingsOf(name)].some((one) => foldName(one) === said),
      );
  const [only, ...others] = found;
  if (!only || others.length > 0) return undefined;
  // What others may see of a colleague is the list of follow-ups.
  const mayAsk =
    only.id === ctx.person.id || mayChange(ctx.person, { ownerId: only.id, teamId: only.teamId }).ok;
  if (!mayAsk) return undefined;
  return lookUp('doings', { who: only.id, ...(span ? { span } : {}) });
}
