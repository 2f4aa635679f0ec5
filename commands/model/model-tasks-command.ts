import { type Context, defineCommand } from '../../crm/access/context.js';
import { redacted } from '../../crm/access/visibility.js';
import { offCard } from '../../crm/proposals/model-proposal.js';
import { momentWords } from '../../crm/words/zoned-dates.js';
import {
  type Action,
  actions,
  button,
  type Card,
  fields,
  right,
  table,
  text,
} from '../../kernel/card/card.js';
import { InputError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { hasRole } from '../../kernel/command/roles.js';
import { costOf, type Model } from '../../kernel/model/model-port.js';
import { lastModelCalls, modelCallByNo } from '../../store/messages/model-calls.js';
import { listPeople } from '../../store/people/person-queries.js';
import type { ModelCall } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';

/** Model calls in the list. */
const shown = 7;

/**
 * `模型` ("model"): whether a model is configured, what it may know and has used, and exactly what was sent to
 * it.
 */
export const model = defineCommand({
  name: 'model',
  seldom: true,
  reads: true,
  quiet: true,
  fields: { call: f.word() },
  async run({ call }, ctx) {
    if (call) return callCard(ctx, await openCall(ctx, call));
    const isAdmin = hasRole(ctx.person.role, 'admin');
    const calls = await lastModelCalls(ctx.db, {
      personId: isAdmin ? undefined : ctx.person.id,
      limit: shown,
    });
    const off = ctx.model ? undefined : offCard(ctx);
    // Calls stay on record after the model is turned off.
    if (off && calls.length === 0) return off;
    const t = textsIn(ctx.locale).model;
    return {
      key: 'model',
      title: off?.title ?? t.title,
      tone: 'info',
      nodes: [
        ...(ctx.model ? await settingNodes(ctx, ctx.model) : (off?.nodes ?? [])),
        ...(calls.length > 0 ? [await callsTable(ctx, calls)] : [text(t.none)]),
        ...(isAdmin ? [] : [text(t.mine)]),
        ...actions(calls.length > 0 && picker(ctx, calls)),
      ],
    };
  },
});

async function settingNodes(ctx: Context, model: Model) {
  const { setting } = model;
  const t = textsIn(ctx.locale).model;
  const { list, number } = formatsIn(ctx.locale);
  const used = await model.usedThisMonth();
  const money = (value: number) => value.toFixed(2);
  return [
    text(t.on(setting.name, setting.host), 'strong'),
    ...fields(
      [t.masks, list(setting.masks.map((one) => t.masked[one])) || t.noMask],
      [t.used, t.usedOf(number(used.in + used.out), number(setting.monthlyTokens))],
      [
        t.cost,
        setting.monthlyCost === null
          ? null
          : t.costOf(money(costOf(setting, used)), money(setting.monthlyCost)),
      ],
      [t.timeout, t.seconds(setting.timeoutSeconds)],
    ),
  ];
}

async function callsTable(ctx: Context, calls: readonly ModelCall[]) {
  const t = textsIn(ctx.locale).model;
  const people = new Map((await listPeople(ctx.db)).map(({ id, name }) => [id, name]));
  const { no, when, who, what, outcome } = t.columns;
  return table(
    [right(no), when, who, what, outcome],
    calls.map((one) => [
      String(one.no),
      momentWords(ctx, one.at),
      people.get(one.personId) ?? '',
      purposeOf(ctx, one),
      t.outcomes[one.outcome],
    ]),
  );
}

const purposeOf = (ctx: Context, { purpose, record }: ModelCall): string =>
  [textsIn(ctx.locale).model.purposes[purpose], record].filter(Boolean).join(' ');

function picker(ctx: Context, calls: readonly ModelCall[]): Action {
  const options = calls.map((one) => ({
    label: `${one.no} · ${purposeOf(ctx, one)}`,
    call: { command: 'model', input: { call: String(one.no) } },
  }));
  return { kind: 'select', label: textsIn(ctx.locale).model.see, options };
}

/** Opens the speaker's own call, or anybody's for an admin. Throws InputError if there is none. */
async function openCall(ctx: Context, words: string): Promise<ModelCall> {
  const no = /^#?(\d{1,9})$/.exec(words)?.[1];
  const found = no ? await modelCallByNo(ctx.db, Number(no)) : undefined;
  const isTheirs = found && (found.personId === ctx.person.id || hasRole(ctx.person.role, 'admin'));
  if (!found || !isTheirs)
    throw new InputError(
      'call',
      textsIn(ctx.locale).model.noCall(words),
      textsIn(ctx.locale).command.model.words[0],
    );
  return found;
}

async function callCard(ctx: Context, call: ModelCall): Promise<Card> {
  const t = textsIn(ctx.locale).model;
  const people = new Map((await listPeople(ctx.db)).map(({ id, name }) => [id, name]));
  // The reader's rights may be narrower now than when they asked.
  const told = (words: string) => redacted(ctx, words, { ownerId: call.personId });
  const { tokensIn, tokensOut, ms, fault, answer, messages } = call;
  return {
    key: `model:call:${call.no}`,
    title: t.callTitle(call.no, purposeOf(ctx, call)),
    tone: 'info',
    nodes: [
      ...fields(
        [t.columns.who, people.get(call.personId)],
        [t.columns.when, momentWords(ctx, call.at)],
        [t.to, `${call.model} · ${call.host}`],
        [t.columns.outcome, fault ? t.faults[fault as keyof typeof t.faults] : t.outcomes[call.outcome]],
        [t.numbers, tokensIn === null || tokensOut === null ? null : t.inOut(tokensIn, tokensOut)],
        [t.took, ms === null ? null : t.seconds(ms / 1000)],
      ),
      text(t.sentWords, 'strong'),
      ...messages.map(({ content }) => text(told(content), 'quote')),
      ...(answer ? [text(t.cameBack, 'strong'), text(told(answer), 'quote')] : []),
      ...actions(button(t.all, 'model')),
    ],
  };
}
