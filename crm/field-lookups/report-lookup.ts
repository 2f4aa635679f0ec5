import type { Lookup } from '../../kernel/command/command.js';
import { ChooseError } from '../../kernel/command/errors.js';
import type { Context } from '../access/context.js';
import { subjectTold } from '../lookup/told-subject.js';
import { openCustomer } from '../words/open-records.js';
import { customerNamed } from './customer-lookup.js';
import { narrowedLookup } from './record-lookups.js';

const anySubject = narrowedLookup('deal', 'lead', 'customer');

/**
 * Finds what a typed report is written on, as of a report in a sentence: of a customer with several deals the one that its
 * words tell, else the customer. It asks only which customer is meant.
 */
export const reportLookup: Lookup<Context> = {
  ...anySubject,
  async find(words, ctx, field) {
    try {
      return await anySubject.find(words, ctx, field);
    } catch (error) {
      const customer =
        error instanceof ChooseError
          ? await customerNamed(ctx, words, field).catch(() => undefined)
          : undefined;
      if (!customer) throw error;
      return (await subjectTold(ctx, await openCustomer(ctx, customer), ctx.words)).subject.number;
    }
  },
};
