import { type Context, defineCommand } from '../../crm/access/context.js';
import { acceptProcess } from '../../crm/rules/accept-process.js';
import { fileName, ruleDifferenceCard } from '../../crm/rules/rule-difference-card.js';
import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { processDifferences } from '../../sales/process/process-differences.js';
import {
  type OfferedProcess,
  offeredProcess,
  storeOfferedProcess,
} from '../../store/running/process-files.js';
import { textsIn } from '../../texts/languages.js';
import { refusal, signed, versionInForce } from './rules-command.js';

/** Puts the rules of an offered process file in force; called from its card. */
export const ruleAdopt = defineCommand({
  name: 'rule-adopt',
  changes: ['process.changed'],
  role: 'admin',
  hidden: true,
  seldom: true,
  fields: { hash: f.word({ required: true }), version: f.word({ required: true }) },
  async run(input, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).ruleFile;
    const offer = await demandOffer(ctx, input.hash);
    const accepted = await acceptProcess({ db: ctx.db, now: ctx.now, timeZone: ctx.zone }, offer.yaml);
    if (!accepted.ok) throw new RuleError(refusal(ctx, accepted.problems[0]));
    const base = await versionInForce(ctx);
    if (input.version !== String(base.version)) {
      const differences = processDifferences(ctx.process, accepted.process);
      const now = { version: base.version, differences };
      return differences.length === 0
        ? decided(ctx, t.same)
        : ruleDifferenceCard(ctx.locale, offer, now, text(t.changedSince, 'strong'));
    }
    await ctx.unit.putInForce({ hash: offer.hash, yaml: offer.yaml });
    return decided(ctx, t.adopted(fileName(offer.file)), base.version);
  },
});

/** Leaves the rules as they are, and asks about this text of the file no more; called from its card. */
export const ruleDiscard = defineCommand({
  name: 'rule-discard',
  changes: ['process.discarded'],
  role: 'admin',
  hidden: true,
  seldom: true,
  fields: { hash: f.word({ required: true }) },
  async run(input, ctx): Promise<Card> {
    const offer = await demandOffer(ctx, input.hash);
    const { version } = await versionInForce(ctx);
    await ctx.unit.note('process.discarded', { id: String(version) }, { file: offer.file, hash: offer.hash });
    await storeOfferedProcess(ctx.db, { ...offer, isDiscarded: true });
    return decided(ctx, textsIn(ctx.locale).ruleFile.discarded(fileName(offer.file)));
  },
});

async function demandOffer(ctx: Context, hash: string): Promise<OfferedProcess> {
  const offer = await offeredProcess(ctx.db, hash);
  if (!offer || offer.isDiscarded) throw new RuleError(textsIn(ctx.locale).ruleFile.gone);
  return offer;
}

/** What became of the file, with the way back to the version before. */
function decided(ctx: Context, said: string, before?: number): Card {
  const t = textsIn(ctx.locale).rule;
  const back = before === undefined ? [] : [button(t.back, 'rule-restore', { version: String(before) })];
  return {
    key: 'rule-file',
    title: said,
    tone: 'good',
    nodes: [...actions(...back, button(t.versions, 'rule-versions')), context(signed(ctx))],
  };
}
