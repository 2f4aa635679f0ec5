import type { Lookups } from '../../kernel/command/command.js';
import type { Context } from '../access/context.js';
import { whoseLookup } from '../access/whose-lookup.js';
import { taskLookup } from '../lookup/task-named.js';
import { customerLookup } from './customer-lookup.js';
import { nameLookup } from './name-lookup.js';
import { personLookup, teamLookup, teamOrCompanyLookup } from './people-lookups.js';
import { leadOrCustomer, narrowedLookup } from './record-lookups.js';
import { recordNumbered } from './record-numbered.js';
import { reportLookup } from './report-lookup.js';
import { lossReasonLookup, pipelineLookup, ruleLookup, stageLookup, stepLookup } from './rule-lookups.js';
import { wholeRecordLookup } from './whole-record.js';

/** Every lookup a field may name. */
export const lookups: Lookups<Context> = {
  name: nameLookup,
  record: wholeRecordLookup,
  customer: customerLookup,
  subject: narrowedLookup('deal', 'lead', 'customer'),
  told: reportLookup,
  opportunity: narrowedLookup('deal', 'lead'),
  deal: narrowedLookup('deal'),
  lead: narrowedLookup('lead'),
  pooled: leadOrCustomer('pool'),
  held: leadOrCustomer('open'),
  stage: stageLookup,
  pipeline: pipelineLookup,
  rule: ruleLookup,
  lossReason: lossReasonLookup,
  step: stepLookup,
  task: taskLookup((ctx, words, field) => recordNumbered(ctx, words, ['task'], field)),
  person: personLookup,
  team: teamLookup,
  teamOrCompany: teamOrCompanyLookup,
  whose: whoseLookup(personLookup),
};
