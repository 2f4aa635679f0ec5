import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandVisible } from '../../crm/access/demand-rights.js';
import { nameOfWhose, openWhose, ownerIdOf, teamIdOf, type Whose } from '../../crm/access/whose-lookup.js';
import { demandTarget, figureSaid, setTarget } from '../../crm/acts/target-acts.js';
import { historyNodes, setCard, valueOfWhose } from '../../crm/cards/target-card.js';
import { metricWords, spanWords } from '../../crm/words/figure-words.js';
import { button, type Card } from '../../kernel/card/card.js';
import { ChooseError, InputError, MissingError, RuleError } from '../../kernel/command/errors.js';
import { f, shareField } from '../../kernel/command/fields.js';
import { hasRole } from '../../kernel/command/roles.js';
import { writeMonths } from '../../kernel/pieces/month-list.js';
import { addMonth, monthsIn } from '../../kernel/time/months.js';
import { monthOf } from '../../kernel/time/zone.js';
import { saysMonthAlone } from '../../language/question/read-period.js';
import { requestFor, requestOf } from '../../reports/request/report-fields.js';
import { momentOf } from '../../reports/request/report-period.js';
import {
  attainmentReport,
  type Beside,
  personAttainment,
  type TargetsAsked,
} from '../../reports/targets/attainment-report.js';
import { maySeeReport, maySetTarget } from '../../sales/people/policy.js';
import { type Metric, metrics } from '../../sales/process/metrics.js';
import { targetsOf } from '../../store/reports/target-queries.js';
import { textsIn } from '../../texts/languages.js';
import { figureField, metricField, monthField, stretchField, whoseField } from './target-fields.js';

/**
 * `目标` ("target"): the attainment of the speaker or the team; with a figure, sets a target: `目标 张三 7月 50万`
 * ("Zhang San, July, 500,000").
 */
export const target = defineCommand({
  name: 'target',
  changes: ['target.set'],
  role: 'viewer',
  fields: {
    asof: f.asof(),
    whose: whoseField,
    month: monthField,
    metric: metricField,
    value: figureField,
    stretch: stretchField,
    share: shareField,
  },
  async isPersonal({ whose, value }, ctx) {
    if (value !== undefined) return false;
    return (whose === undefined ? own(ctx) : await openWhose(ctx, String(whose)))?.scope === 'person';
  },
  looks: ({ value, stretch }) => value === undefined && stretch === undefined,
  async run(input, ctx): Promise<Card> {
    const { month } = input;
    const metric = input.metric as Metric | undefined;
    const whose = input.whose === undefined ? undefined : await openWhose(ctx, input.whose);
    const { value, stretch } = input;
    if (value !== undefined) return await set(ctx, whose, { month, metric, value, stretch });
    const t = textsIn(ctx.locale).target;
    if (stretch !== undefined) throw new InputError('value', t.noStretchAlone, t.exampleStretch);
    return await shown(ctx, whose, { span: month, metric, asof: input.asof });
  },
});

/** A bare figure from here on, in whole currency units, is read as a won amount. */
const surelyMoney = 1000;

async function set(
  ctx: Context,
  whose: Whose | undefined,
  said: { month?: string; metric?: Metric; value: number; stretch?: number },
): Promise<Card> {
  const t = textsIn(ctx.locale).target;
  if (!whose) throw new MissingError('whose', t.forWhom, t.example);
  await demandTarget(ctx, whose);
  const month = said.month ?? monthOf(ctx.now, ctx.zone);
  askWhichYear(ctx, month);
  if (monthsIn(month).length > 1) throw new InputError('month', t.onlyMonths, t.example);
  const metric = said.metric ?? metricMeant(ctx, said.value);
  const value = figureSaid(ctx, metric, said.value, 'value');
  const stretch = said.stretch === undefined ? undefined : figureSaid(ctx, metric, said.stretch, 'stretch');
  const about = { whose, month, metric };
  const done = await setTarget(ctx, about, { value, stretch });
  if (!done) throw new RuleError(t.same(nameOfWhose(ctx, whose)));
  keepFromOthers(ctx, whose);
  return setCard(ctx, about, done);
}

/** Asks which year is meant by a month that is over and was said without one. */
function askWhichYear(ctx: Context, month: string): void {
  const isOver = monthsIn(month).length === 1 && month < monthOf(ctx.now, ctx.zone);
  if (!isOver || !saysMonthAlone(ctx.words, ctx.at)) return;
  const options = [addMonth(month, 12), month].map((one) => ({ label: spanWords(ctx, one), value: one }));
  throw new ChooseError('month', textsIn(ctx.locale).target.whichYear(spanWords(ctx, month)), options, month);
}

/** Returns the won amount, or asks for the metric if the figure is too small for one. */
function metricMeant(ctx: Context, hundredths: number): Metric {
  if (hundredths === 0 || hundredths >= surelyMoney * 100) return 'won';
  const said = String(hundredths / 100);
  const options = metrics.map((metric) => ({ label: metricWords(ctx, metric), value: metric }));
  throw new ChooseError('metric', textsIn(ctx.locale).target.whichMetric(said), options, said);
}

/** Makes the answer private if somebody in the group may not see the target. */
function keepFromOthers(ctx: Context, whose: Whose): void {
  if (ctx.audience && !maySeeReport(ctx.audience, teamIdOf(whose)).ok) ctx.isPrivate = true;
}

async function shown(
  ctx: Context,
  said: Whose | undefined,
  { span, metric, asof }: { span?: string; metric?: Metric; asof?: string },
): Promise<Card> {
  const whose = said ?? own(ctx);
  if (whose?.scope === 'person') {
    const { person } = whose;
    await demandVisible(ctx, person.name, { ownerId: person.id, teamId: person.teamId });
    const asked = { asOf: momentOf(asof, ctx), said: asof, span, metric };
    const beside = await besideOf(ctx, whose, span);
    return (await personAttainment(ctx, person, asked, beside)).card;
  }
  const asked = whose
    ? await requestFor(ctx, whose.scope === 'team' ? whose.team : undefined, asof)
    : await requestOf(ctx, { asof });
  const about: Whose = asked.team ? { scope: 'team', team: asked.team } : { scope: 'company' };
  const report: TargetsAsked = { ...asked, span, metric };
  return (await attainmentReport(ctx, report, await besideOf(ctx, about, span))).card;
}

/**
 * Returns the speaker if a rep, so that they see their own targets; undefined in a group that may see the
 * team's.
 */
function own(ctx: Context): Whose | undefined {
  const { person } = ctx;
  if (person.role !== 'rep') return undefined;
  if (ctx.place.kind === 'group' && maySeeReport(person, person.teamId).ok) return undefined;
  return { scope: 'person', person };
}

/**
 * Collects what is shown beside the figures: the month's latest changes, and a button for suggestions if the
 * speaker may set targets.
 */
async function besideOf(ctx: Context, whose: Whose, span: string | undefined): Promise<Beside> {
  const month = span ?? monthOf(ctx.now, ctx.zone);
  if (monthsIn(month).length > 1) return {};
  const all = await targetsOf(ctx.db, { from: month, to: month });
  const own = all.filter((one) => one.scope === whose.scope && one.ownerId === ownerIdOf(whose));
  const input = { whose: valueOfWhose(whose), month: writeMonths(month) };
  const may = hasRole(ctx.person.role, 'manager') && maySetTarget(ctx.person, teamIdOf(whose)).ok;
  return {
    history: await historyNodes(ctx, own),
    actions: may ? [button(textsIn(ctx.locale).target.suggest, 'target-suggest', input)] : [],
  };
}
