import { DeniedError, InputError, RuleError } from '../../kernel/command/errors.js';
import type { TargetAim } from '../../sales/figures/target-figures.js';
import { maySetTarget } from '../../sales/people/policy.js';
import { type Metric, unitOf } from '../../sales/process/metrics.js';
import { findTarget } from '../../store/reports/target-queries.js';
import type { Target } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { whoCan } from '../access/demand-rights.js';
import { nameOfWhose, ownerIdOf, teamIdOf, type Whose } from '../access/whose-lookup.js';
import type { TargetChange } from '../cards/target-card.js';
import { figureWords, metricWords } from '../words/figure-words.js';

/** Largest target in counts or minutes; a larger figure was meant as an amount. */
const mostCounted = 100_000;

/**
 * Throws DeniedError, naming who can, unless the speaker may set targets for that person, team or company.
 */
export async function demandTarget(ctx: Context, whose: Whose): Promise<void> {
  const teamId = teamIdOf(whose);
  const may = maySetTarget(ctx.person, teamId);
  if (may.ok) return;
  const who = await whoCan(ctx, may.who, { ownerId: null, teamId });
  throw new DeniedError(textsIn(ctx.locale).target.deniedSet(nameOfWhose(ctx, whose), who));
}

/** Converts a figure as said, in hundredths, to the metric's unit. Throws InputError. */
export function figureSaid(ctx: Context, metric: Metric, hundredths: number, field: string): number {
  if (unitOf(metric) === 'money') return hundredths;
  const t = textsIn(ctx.locale).target;
  const name = metricWords(ctx, metric);
  const said = formatsIn(ctx.locale).number(hundredths / 100);
  if (hundredths % 100 !== 0) throw new InputError(field, t.whole(name, said), t.exampleCount);
  const value = hundredths / 100;
  if (value > mostCounted) throw new InputError(field, t.tooLarge(name, `${mostCounted}`), t.exampleCount);
  return value;
}

/**
 * Sets the target of a month; 0 removes it. Keeps the former stretch target if no other is said and it is
 * still beyond the target. Undefined if nothing changed.
 */
export async function setTarget(
  ctx: Context,
  { whose, month, metric }: { whose: Whose; month: string; metric: Metric },
  aim: { value: number; stretch?: number },
): Promise<TargetChange | undefined> {
  const key = { scope: whose.scope, ownerId: ownerIdOf(whose), month, metric };
  const known = await findTarget(ctx.db, key);
  const before = known && known.value > 0 ? { value: known.value, stretch: known.stretch } : null;
  if (!before && aim.value === 0)
    throw new RuleError(textsIn(ctx.locale).target.nothingToCancel(nameOfWhose(ctx, whose)));
  const after = { value: aim.value, stretch: stretchFor(ctx, metric, aim, before) };
  if (before?.value === after.value && before.stretch === after.stretch) return undefined;
  const facts = { ...after, setBy: ctx.person.id, setAt: ctx.now };
  const id = await write(ctx, known, key, facts);
  return { id, before, after };
}

async function write(
  ctx: Context,
  known: Target | undefined,
  key: Pick<Target, 'scope' | 'ownerId' | 'month' | 'metric'>,
  facts: Pick<Target, 'value' | 'stretch' | 'setBy' | 'setAt'>,
): Promise<string> {
  if (!known) {
    return (await ctx.unit.create('target.set', { ...key, ...facts })).id;
  }
  return (await ctx.unit.change('target.set', known, facts)).id;
}

/** A stretch target beyond the target: above it, or below it for minutes. */
function stretchFor(
  ctx: Context,
  metric: Metric,
  { value, stretch }: { value: number; stretch?: number },
  before: TargetAim | null,
): number | null {
  const minutes = unitOf(metric) === 'minutes';
  const beyond = (goal: number) => (minutes ? goal < value && goal > 0 : goal > value);
  if (stretch === undefined) {
    const kept = before?.stretch ?? null;
    return kept !== null && value > 0 && beyond(kept) ? kept : null;
  }
  if (beyond(stretch)) return stretch;
  const t = textsIn(ctx.locale).target;
  const said = figureWords(ctx, metric, value);
  const name = metricWords(ctx, metric);
  const wrong = minutes ? t.stretchFaster(name, said) : t.stretchMore(name, said);
  throw new InputError('stretch', wrong, t.exampleStretch);
}
