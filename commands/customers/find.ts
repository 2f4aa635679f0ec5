import { type Context, defineCommand } from '../../crm/access/context.js';
import { isPooled } from '../../crm/access/pooled.js';
import { noteView } from '../../crm/access/visibility.js';
import { customerCard } from '../../crm/cards/customer-card.js';
import { dealCard } from '../../crm/cards/deal-card.js';
import { leadCard } from '../../crm/cards/lead-card.js';
import { taskCard } from '../../crm/cards/task-card.js';
import { openCustomer, openDeal, openLead, openTask } from '../../crm/words/open-records.js';
import type { Card } from '../../kernel/card/card.js';
import { f, shareField } from '../../kernel/command/fields.js';
import { recordNumber } from '../../kernel/records/record-number.js';
import { listNamed } from '../../language/look-up/list-words.js';
import type { Owned } from '../../sales/people/policy.js';
import type { Customer, Lead } from '../../store/schema/row-types.js';
import { hiddenCard } from '../pool/pool-view.js';

/** `查 华为` ("find Huawei"), or a bare name or number: shows the record. */
export const find = defineCommand({
  name: 'find',
  reads: true,
  // Where a private answer would leave the group, a record named there is shown as the group may see it.
  isPersonal: (_input, { platforms, platform }) => platforms.of(platform).can.asides === true,
  instead: listInstead,
  fields: {
    name: f.lookup('name', { required: true }),
    share: shareField,
  },
  async run(input, ctx) {
    switch (recordNumber(input.name)?.type) {
      case 'deal':
        return await dealCard(ctx, looked(ctx, 'deal', await openDeal(ctx, input.name)));
      case 'lead':
        return await shownLead(ctx, looked(ctx, 'lead', await openLead(ctx, input.name)));
      case 'task':
        return await taskCard(ctx, await openTask(ctx, input.name));
      default:
        return await shownCustomer(ctx, looked(ctx, 'customer', await openCustomer(ctx, input.name)));
    }
  },
});

/** `show my deals`, 查我的客户 ("look up my customers"): the list that the words name; `show me ironwood` is the record. */
function listInstead(words: string): { command: string; words: string } | undefined {
  const [kind] = listNamed(words);
  if (kind) return { command: kind, words };
  const plain = words.replace(/^(?:me|us)\s+/iu, '');
  return plain === words ? undefined : { command: 'find', words: plain };
}

function looked<T extends Owned & { id: string }>(
  ctx: Context,
  type: 'customer' | 'lead' | 'deal',
  record: T,
): T {
  noteView(ctx, type, record);
  return record;
}

const shownLead = async (ctx: Context, lead: Lead): Promise<Card> =>
  (lead.status === 'pool' ? await hiddenCard(ctx, { lead }) : undefined) ?? (await leadCard(ctx, lead));

const shownCustomer = async (ctx: Context, customer: Customer): Promise<Card> =>
  (isPooled(customer) ? await hiddenCard(ctx, { customer }) : undefined) ??
  (await customerCard(ctx, customer));
