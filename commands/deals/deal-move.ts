import { defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { conversionChanges, convertLead } from '../../crm/acts/convert-lead.js';
import { demandOpen } from '../../crm/acts/deal-acts.js';
import { isBack, moveChanges, moveDeal, moveTarget } from '../../crm/acts/move-deal.js';
import { followUpChanges, recordNote } from '../../crm/acts/record-follow-up.js';
import { playbookButton } from '../../crm/cards/article-card.js';
import { winCard } from '../../crm/cards/closing-cards.js';
import { dealCard } from '../../crm/cards/deal-card.js';
import { playbookFor } from '../../crm/lookup/article-lookup.js';
import { customFields, factsSaid } from '../../crm/lookup/custom-fields.js';
import { openSubject, ownedBy } from '../../crm/lookup/open-subject.js';
import { priceWords, stageName } from '../../crm/words/deal-words.js';
import { refuseStale } from '../../crm/words/open-records.js';
import { changed, f } from '../../kernel/command/fields.js';
import { dealNo } from '../../kernel/records/record-number.js';
import { beginsWithTask } from '../../language/correction/postponed.js';
import { movesDay } from '../../language/order/close-told.js';
import { openSteps, stageOf } from '../../sales/process/stages.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import { filledFields } from './filled-fields.js';

/**
 * `推 华为` ("move Huawei") moves a deal to the next stage, `>谈判 华为` ("> negotiation") to a named one; turns a
 * lead into a deal.
 */
export const dealMove = defineCommand({
  name: 'move',
  changes: [...conversionChanges, ...moveChanges, ...followUpChanges],
  // A task or a close date is moved to a day.
  takes: (words) => !beginsWithTask(words) && !movesDay(words),
  fields: {
    record: f.lookup('opportunity', { required: true }),
    stage: changed(f.stage(), { finds: true }),
    ...filledFields,
  },
  extra: customFields,
  async run(input, ctx) {
    const t = textsIn(ctx.locale).deal;
    const subject = await openSubject(ctx, input.record);
    const record = ownedBy(subject);
    await demandChange(ctx, subject.number, record);
    refuseStale(ctx, subject.number, record);
    const open = subject.deal?.status === 'open' ? subject.deal : undefined;
    const next = open && moveTarget(ctx, open, input.stage);
    const asks = !input.stage || (ctx.isTapped && !ctx.isSure);
    if (open && next?.won && asks) return winCard(ctx, open, next);
    const start = subject.deal ?? (await convertLead(ctx, subject));
    demandOpen(ctx, start);
    const facts = await factsSaid(ctx, input);
    const goesBack = subject.deal !== undefined && isBack(ctx, start, moveTarget(ctx, start, input.stage));
    const noted =
      input.note && !goesBack
        ? { ...subject, number: subject.number, deal: start, lead: undefined }
        : undefined;
    if (noted) await recordNote(ctx, noted, input.note ?? '');
    const before = noted?.deal ?? start;
    const converted = !subject.deal && (!input.stage || input.stage === start.stage);
    const { amount, close, contact, product } = input;
    const moved = converted
      ? start
      : await moveDeal(ctx, before, input.stage, { amount, close, contact, product, facts, why: input.note });
    const stage = stageOf(ctx.process, start.stage);
    const steps = stage && !converted ? openSteps(stage, moved.facts) : [];
    const notes = [
      steps.length > 0
        ? t.stepsOpen(formatsIn(ctx.locale).list(steps.map((step) => step.name[ctx.locale])))
        : '',
      t.goal(stageOf(ctx.process, moved.stage)?.goal[ctx.locale] ?? ''),
    ];
    const said = converted
      ? t.converted(subject.number, dealNo(moved))
      : moved.status === 'won'
        ? t.won(priceWords(ctx, moved))
        : goesBack
          ? t.movedBack(stageName(ctx, start.stage), stageName(ctx, moved.stage), input.note ?? '')
          : t.moved(stageName(ctx, start.stage), stageName(ctx, moved.stage));
    const playbook = moved.status === 'open' ? await playbookFor(ctx, moved) : undefined;
    const offer = playbook && playbookButton(ctx, playbook);
    return await dealCard(ctx, moved, said, { notes, undo: true, offer });
  },
});
