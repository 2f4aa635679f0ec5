import { advanceButton } from '../../crm/cards/advance-button.js';
import { amountWords, priceWords } from '../../crm/words/deal-words.js';
import {
  type Action,
  actions,
  type Button,
  button,
  type Card,
  context,
  text,
} from '../../kernel/card/card.js';
import { customerNo, dealNo } from '../../kernel/records/record-number.js';
import { formatDate } from '../../kernel/time/format-time.js';
import { localDate } from '../../kernel/time/zone.js';
import type { AlertReason } from '../../sales/deals/alert-rules.js';
import type { AlertingRule } from '../../sales/process/alert-rule-names.js';
import { alertNames } from '../../sales/process/process-settings.js';
import { stageOf } from '../../sales/process/stages.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { dealById } from '../../store/deals/deal-queries.js';
import { personById } from '../../store/people/person-queries.js';
import { teamById } from '../../store/people/team-queries.js';
import type { Customer, Deal } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Reader } from './deliver.js';
import type { JobContext } from './job-context.js';

/** What an alert is about, with the names for its text. */
export interface AlertSubject {
  recordType: string;
  recordId: string;
  deal?: Deal;
  customer?: Customer;
  /** The record's owner, or the person or team that the alert is about. */
  who: string;
}

/** Looks up the record of an alert, or undefined if it no longer exists. */
export async function alertSubject(
  tx: Db,
  record: { recordType: string; recordId: string },
): Promise<AlertSubject | undefined> {
  const { recordType, recordId } = record;
  if (recordType === 'team') {
    const team = await teamById(tx, recordId);
    return team && { recordType, recordId, who: team.name };
  }
  if (recordType === 'person') {
    const person = await personById(tx, recordId);
    return person && { recordType, recordId, who: person.name };
  }
  const deal = recordType === 'deal' ? await dealById(tx, recordId) : undefined;
  const customer = await customerById(tx, deal?.customerId ?? recordId);
  if (!customer || (recordType === 'deal' && !deal)) return undefined;
  const ownerId = deal?.ownerId ?? customer.ownerId;
  const owner = ownerId ? await personById(tx, ownerId) : undefined;
  return { recordType, recordId, deal, customer, who: owner?.name ?? '' };
}

/** Returns 'D-7' or 'C-3', or '' for people and teams. */
export const alertNo = ({ deal, customer }: AlertSubject): string =>
  deal ? dealNo(deal) : customer ? customerNo(customer) : '';

/** One alert: what happened, why, and buttons to act. */
export function alertCard(
  ctx: JobContext,
  reader: Reader,
  rule: AlertingRule,
  subject: AlertSubject,
  why: AlertReason,
): Card {
  const t = textsIn(reader.locale).jobAlert;
  const { deal, customer } = subject;
  const no = alertNo(subject);
  const name = alertNames[rule][reader.locale];
  const amount = deal ? priceWords({ ...reader, process: ctx.process }, deal) : '';
  return {
    key: no ? `${deal ? 'deal' : 'customer'}:${no}` : `alert:${rule}:${subject.recordId}`,
    title: t.title(name, no, customer?.name ?? subject.who, amount),
    tone: rule === 'won' || rule === 'bigDeal' ? 'good' : 'warn',
    nodes: [
      text(alertWhy(ctx, reader, rule, subject, why), 'strong'),
      ...actions(...alertActions(ctx, reader, rule, subject)),
      ...(no ? [context(no)] : []),
    ],
  };
}

/** Says in a sentence why the alert was raised. */
export function alertWhy(
  ctx: Pick<JobContext, 'process' | 'now'>,
  reader: Reader,
  rule: AlertingRule,
  { deal, who, recordType }: AlertSubject,
  why: AlertReason,
): string {
  const t = textsIn(reader.locale).jobAlert;
  const today = localDate(ctx.now, reader.zone);
  const money = (key: string) =>
    amountWords(
      { ...reader, process: ctx.process },
      typeof why[key] === 'number' ? Number(why[key]) : null,
      deal,
    );
  const day = (key: string) => (why[key] ? formatDate(String(why[key]), reader, today) : '');
  const stage = (key: string) =>
    stageOf(ctx.process, String(why[key]))?.name[reader.locale] ?? String(why[key]);
  switch (rule) {
    case 'slipped':
      return t.slipped(day('from'), day('to'), Number(why.days), who);
    case 'cut':
      return t.cut(money('from'), money('to'), Number(why.percent), who);
    case 'back':
      return t.back(stage('from'), stage('to'), who, String(why.words ?? ''));
    case 'bigDeal':
      return t.bigDeal(money('amount'), who);
    case 'won':
      return t.won(money('amount'), who);
    case 'stalled':
      return t.stalled(Number(why.days));
    case 'silent':
      return t.silent(Number(why.days), Number(why.rhythm));
    case 'falling': {
      const name = recordType === 'team' ? t.team(who) : who;
      const said = t.falling(name, Number(why.last), Number(why.usual), Number(why.percent));
      const [days, leave] = [Number(why.days ?? 5), Number(why.leave ?? 0)];
      return days < 5 ? said + (leave > 0 ? t.fallingLeave(leave) : t.fallingHolidays) : said;
    }
    case 'incomplete': {
      const gaps = String(why.gaps).split(',') as (keyof typeof t.gaps)[];
      return t.incomplete(formatsIn(reader.locale).list(gaps.map((gap) => t.gaps[gap])));
    }
  }
}

function alertActions(
  ctx: Pick<JobContext, 'process'>,
  reader: Reader,
  rule: AlertingRule,
  subject: AlertSubject,
): (Action | undefined)[] {
  const t = textsIn(reader.locale).jobAlert;
  const c = textsIn(reader.locale).common;
  const no = alertNo(subject);
  const find = button(c.find, 'find', { name: no });
  const edit = (label: string) => button(label, 'edit', { deal: no }, { style: 'primary' });
  const log = button(c.log, 'log', { subject: no }, { style: 'primary' });
  const advance = (style: Pick<Button, 'style'> = {}) =>
    subject.deal && advanceButton({ process: ctx.process, locale: reader.locale }, subject.deal, style);
  switch (rule) {
    case 'slipped':
      return [edit(t.redate), button(c.log, 'log', { subject: no }), find];
    case 'cut':
      return [edit(t.reprice), button(c.log, 'log', { subject: no }), find];
    case 'back':
      return [advance({ style: 'primary' }), button(c.log, 'log', { subject: no }), find];
    case 'stalled':
      return [log, advance(), find];
    case 'silent':
      return [log, button(c.newDeal, 'deal', { customer: no }), find];
    case 'incomplete':
      return [edit(t.fill), button(c.lose, 'lost', { deal: no }), find];
    case 'falling':
      return [button(t.ranking, 'ranking', {}, { style: 'primary' })];
    case 'won':
    case 'bigDeal':
      return [find];
  }
}
