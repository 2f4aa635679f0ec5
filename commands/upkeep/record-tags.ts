import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { changeDealBy } from '../../crm/acts/deal-acts.js';
import { customerCard } from '../../crm/cards/customer-card.js';
import { dealCard, undoButton } from '../../crm/cards/deal-card.js';
import { leadCard } from '../../crm/cards/lead-card.js';
import { openCustomer, openDeal, openLead } from '../../crm/words/open-records.js';
import { actions, type Card } from '../../kernel/card/card.js';
import { InputError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { recordNumber } from '../../kernel/records/record-number.js';
import { foldWords } from '../../kernel/words/folding.js';
import { tagNamed } from '../../sales/process/stages.js';
import { textsIn } from '../../texts/languages.js';

/** `标签 华为 +KA -老客户` ("tag Huawei +KA -old"): adds tags to a customer, deal or lead, and takes them off. */
export const tag = defineCommand({
  name: 'tag',
  changes: ['customer.changed', 'deal.changed', 'lead.changed'],
  seldom: true,
  fields: { record: f.lookup('record', { required: true }), tags: f.rest({ required: true }) },
  async run({ record, tags: words }, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).upkeep;
    const said = tagsSaid(words);
    if (said.add.length + said.drop.length === 0) throw new InputError('tags', t.noTagsSaid, t.tagsExample);
    if (record.startsWith('contact:')) throw new InputError('record', t.contactHasNoTags, t.tagsExample);
    switch (recordNumber(record)?.type) {
      case 'deal': {
        const deal = await openDeal(ctx, record);
        await demandChange(ctx, record, deal);
        const tags = tagged(ctx, deal.tags, said);
        const changed = await changeDealBy(ctx, deal, 'deal.changed', { tags });
        return await dealCard(ctx, changed, tagWords(ctx, tags), { undo: true });
      }
      case 'lead': {
        const lead = await openLead(ctx, record);
        await demandChange(ctx, record, lead);
        const tags = tagged(ctx, lead.tags, said);
        const changed = await ctx.unit.change('lead.changed', lead, { tags });
        return await leadCard(ctx, changed, tagWords(ctx, tags), { undo: true });
      }
      default: {
        const customer = await openCustomer(ctx, record);
        await demandChange(ctx, record, customer);
        const tags = tagged(ctx, customer.tags, said);
        const changed = await ctx.unit.change('customer.changed', customer, { tags });
        return withUndo(ctx, await customerCard(ctx, changed, tagWords(ctx, tags)));
      }
    }
  },
});

/** Longest tag in characters, and most words in it: a sentence is none. */
const longestTag = 24;
const mostWords = 3;

interface TagsSaid {
  add: string[];
  drop: string[];
}

/** Reads `+KA -老客户`, `#KA`, 战略客户; words without signs are one tag, parted by commas. */
function tagsSaid(words: string): TagsSaid {
  const said: TagsSaid = { add: [], drop: [] };
  const parts = words
    .replace(/\s+(?=[+＋#＃-]\S)/gu, ',')
    .split(/[,，、;；]+|\s+and\s+/iu)
    .map((part) => part.trim());
  for (const part of parts) {
    const isDropped = /^-[#＃]?/u.test(part);
    const name = part
      .replace(/^[+＋-]?\s*[#＃]?\s*/u, '')
      .replace(/\s+/gu, '-')
      .replace(/^["“「]|["”」]$/gu, '');
    if (name.length > longestTag || name.split('-').length > mostWords) return { add: [], drop: [] };
    if (name !== '') said[isDropped ? 'drop' : 'add'].push(name);
  }
  return said;
}

/** The tags afterwards. Throws if one that is to go is not there, or all that are to come are. */
function tagged(ctx: Context, before: readonly string[], { add, drop }: TagsSaid): string[] {
  const t = textsIn(ctx.locale).upkeep;
  const has = (name: string) => before.some((one) => foldWords(one) === foldWords(name));
  const missing = drop.find((name) => !has(name));
  if (missing !== undefined) throw new RuleError(t.tagMissing(missing));
  const fresh = add.map((name) => tagNamed(ctx.process, name, ctx.locale)).filter((name) => !has(name));
  if (fresh.length + drop.length === 0) throw new RuleError(t.tagAlready(add.join(' ')));
  const gone = drop.map(foldWords);
  return [...before.filter((one) => !gone.includes(foldWords(one))), ...new Set(fresh)];
}

function tagWords(ctx: Context, tags: readonly string[]): string {
  const t = textsIn(ctx.locale).upkeep;
  return tags.length > 0 ? t.tagsNow(tags.map((one) => `#${one}`).join(' ')) : t.noTags;
}

const withUndo = (ctx: Context, card: Card): Card => ({
  ...card,
  nodes: [...card.nodes, ...actions(undoButton(ctx))],
});
