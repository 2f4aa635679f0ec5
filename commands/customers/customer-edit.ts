import { type Context, defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { resetPoolClock } from '../../crm/acts/change-owner.js';
import { customerCard } from '../../crm/cards/customer-card.js';
import { undoButton } from '../../crm/cards/deal-card.js';
import { openCustomer } from '../../crm/words/open-records.js';
import { dateWords } from '../../crm/words/zoned-dates.js';
import { InputError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { customerNo } from '../../kernel/records/record-number.js';
import { foldWords } from '../../kernel/words/folding.js';
import type { Customer } from '../../store/schema/row-types.js';
import { formatsIn, textsIn } from '../../texts/languages.js';

/**
 * `客户 华为 A级 合同到 2027-06-30` ("customer Huawei grade A contract until …"): sets grade and contract end, which
 * decide when a customer returns to the pool.
 */
export const customerEdit = defineCommand({
  name: 'customer',
  changes: ['customer.changed'],
  fields: {
    customer: f.lookup('customer', { required: true }),
    contractEnd: f.date(),
    grade: f.rest(),
  },
  asks: (input) => ((input.grade ?? input.contractEnd) ? undefined : 'grade'),
  async run(input, ctx) {
    const t = textsIn(ctx.locale).pool;
    const customer = await openCustomer(ctx, input.customer);
    await demandChange(ctx, customerNo(customer), customer);
    const said = factsIn(ctx, input.grade ?? '');
    const contractEnd = input.contractEnd?.slice(0, 10) ?? (said.noContract ? null : undefined);
    const wanted = {
      ...(said.grade === undefined ? {} : { grade: said.grade }),
      ...(contractEnd === undefined ? {} : { contractEnd }),
    };
    if (Object.keys(wanted).length === 0) throw new InputError('grade', t.nothingSaid, t.gradeExample);
    const isSame = Object.entries(wanted).every(([key, value]) => customer[key as keyof Customer] === value);
    if (isSame) throw new RuleError(t.sameAlready(customer.name));
    const changed = await ctx.unit.change('customer.changed', customer, { ...wanted, ...resetPoolClock });
    const parts = [
      said.grade && t.gradeWords(said.grade),
      contractEnd === null ? t.noContract : contractEnd && t.contractUntil(dateWords(ctx, contractEnd)),
    ].filter((part): part is string => Boolean(part));
    const words = t.customerChanged(customer.name, formatsIn(ctx.locale).list(parts));
    const card = await customerCard(ctx, changed, words);
    return { ...card, nodes: [...card.nodes, { kind: 'actions', items: [undoButton(ctx)] }] };
  },
});

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
