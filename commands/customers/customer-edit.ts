import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { resetPoolClock } from '../../crm/acts/change-owner.js';
import { customerCard } from '../../crm/cards/customer-card.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { customerFactsSaid } from '../../crm/words/customer-facts-said.js';
import { openCustomer } from '../../crm/words/open-records.js';
import { dateWords } from '../../crm/words/zoned-dates.js';
import { actions, button, type Card, type Json, text } from '../../kernel/card/card.js';
import { InputError, RuleError } from '../../kernel/command/errors.js';
import { f, named } from '../../kernel/command/fields.js';
import { customerNo } from '../../kernel/records/record-number.js';
import { foldWords } from '../../kernel/words/folding.js';
import { narrowsList } from '../../language/look-up/field-filters.js';
import type { Customer } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';

/**
 * `客户 华为 A级 合同到 2027-06-30` ("customer Huawei grade A contract until …"), `客户 华为 行业=制造` ("industry=manufacturing"):
 * sets what is known of a customer. Grade and contract end decide when it returns to the pool.
 */
export const customerEdit = defineCommand({
  name: 'customer',
  changes: ['customer.changed'],
  instead: (words) => (narrowsList(words) ? { command: 'customers', words } : undefined),
  fields: {
    customer: f.lookup('customer', { required: true }),
    contractEnd: f.date(),
    industry: named(f.word()),
    region: named(f.word()),
    source: named(f.word()),
    website: named(f.word()),
    /** Asks before a known value is overwritten: somebody told of it, and ordered nothing. */
    isTold: f.flag(),
    grade: f.rest(),
  },
  asks: (input) => (Object.keys(input).length > 1 ? undefined : 'grade'),
  async run(input, ctx) {
    const t = textsIn(ctx.locale).pool;
    const customer = await openCustomer(ctx, input.customer);
    await demandChange(ctx, customerNo(customer), customer);
    const said = factsIn(ctx, input.grade ?? '');
    const contractEnd = input.contractEnd?.slice(0, 10) ?? (said.noContract ? null : undefined);
    const facts = customerFactsSaid(ctx, customer, input);
    const wanted = {
      ...(said.grade === undefined ? {} : { grade: said.grade }),
      ...(contractEnd === undefined ? {} : { contractEnd }),
      ...facts.patch,
    };
    if (Object.keys(wanted).length === 0) throw new InputError('grade', t.nothingSaid, t.gradeExample);
    const isSame = Object.entries(wanted).every(
      ([key, value]) => JSON.stringify(customer[key as keyof Customer]) === JSON.stringify(value),
    );
    if (isSame) throw new RuleError(t.sameAlready(customer.name));
    const parts = [
      said.grade && t.gradeWords(said.grade),
      contractEnd === null ? t.noContract : contractEnd && t.contractUntil(dateWords(ctx, contractEnd)),
      ...facts.words,
    ].filter((part): part is string => Boolean(part));
    const isOverwritten = facts.overwrites || (said.grade !== undefined && customer.grade !== null);
    if (input.isTold && isOverwritten) {
      const { customer: _, isTold: __, ...given } = input;
      return factAskCard(ctx, customer, given, parts);
    }
    const changed = await ctx.unit.change('customer.changed', customer, { ...wanted, ...resetPoolClock });
    const words = t.customerChanged(customer.name, formatsIn(ctx.locale).list(parts));
    const card = await customerCard(ctx, changed, words);
    return { ...card, nodes: [...card.nodes, { kind: 'actions', items: [undoButton(ctx)] }] };
  },
});

/** Asks before what is known of a customer is overwritten. */
function factAskCard(
  ctx: Context,
  customer: Customer,
  given: Record<string, Json | undefined>,
  parts: readonly string[],
): Card {
  const number = customerNo(customer);
  const input = Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  return {
    key: `ask:customer:${number}`,
    about: number,
    title: textsIn(ctx.locale).upkeep.factAsk(customer.name),
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(ctx.words, 'quote'),
      ...parts.map((part) => text(part)),
      ...actions(
        button(textsIn(ctx.locale).work.changeIt, 'customer', {
          ...input,
          customer: number,
          v: customer.version,
        }),
      ),
    ],
  };
}

/** Words around the date or grade that carry no value. */
const fillers =
  /^(?:合同|合同到|合同到期|合同到期日|到期|到|等级|客户等级|contract|until|to|ends?|end|grade|level)$/u;
const noContract = /^(?:无合同|没有合同|no-contract|nocontract)$/u;

/** Reads `A级`, `grade A`, `无合同` ("no contract"). Throws InputError for other words. */
function factsIn(ctx: Context, words: string): { grade?: string; noContract: boolean } {
  const t = textsIn(ctx.locale).pool;
  const { grades } = ctx.process;
  const found: { grade?: string; noContract: boolean } = { noContract: false };
  for (const word of words.replace(/no contract/i, 'no-contract').split(/[\s,，:：=]+/u)) {
    const said = foldWords(word).replace(/^(?:等级|grade)(?=.)/u, '');
    if (said === '' || fillers.test(said)) continue;
    const grade = grades.find((one) => [said, said.replace(/[级类]$/u, '')].includes(foldWords(one)));
    if (grade) found.grade = grade;
    else if (noContract.test(said)) found.noContract = true;
    else
      throw new InputError(
        'grade',
        t.wrongGrade(word, formatsIn(ctx.locale).list([...grades])),
        t.gradeExample,
      );
  }
  return found;
}
