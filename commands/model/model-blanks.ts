import { defineCommand } from '../../crm/access/context.js';
import { demandChange } from '../../crm/access/demand-rights.js';
import { heard } from '../../crm/lookup/hear-sentence.js';
import { openSubject, ownedBy } from '../../crm/lookup/open-subject.js';
import { sentenceBlanks } from '../../crm/lookup/sentence-blanks.js';
import { blanksCard, filledBy, proposedChannels, stagesFor } from '../../crm/proposals/blank-fields.js';
import { modelProposalCard, offCard } from '../../crm/proposals/model-proposal.js';
import { namesIn } from '../../crm/proposals/named-in-text.js';
import { stageName } from '../../crm/words/deal-words.js';
import { todayOf } from '../../crm/words/zoned-dates.js';
import { text } from '../../kernel/card/card.js';
import { f } from '../../kernel/command/fields.js';
import { formatDate } from '../../kernel/time/format-time.js';
import { textsIn } from '../../texts/languages.js';

/** Asks the model to fill in a sentence's blanks; each value waits for a tap. */
export const modelBlanks = defineCommand({
  name: 'model-blanks',
  hidden: true,
  reads: true,
  role: 'rep',
  quiet: true,
  fields: {
    subject: f.lookup('subject', { required: true }),
    words: f.rest({ required: true }),
  },
  async run({ subject: number, words }, ctx) {
    if (!ctx.model) return offCard(ctx);
    const subject = await openSubject(ctx, number);
    await demandChange(ctx, subject.number, ownedBy(subject));
    const act = (await heard(ctx, words, { isMine: true }))?.acts[0];
    const blanks = act ? sentenceBlanks(act, subject) : [];
    const t = textsIn(ctx.locale).model;
    if (blanks.length === 0)
      return { key: 'model:none', title: t.title, tone: 'info', nodes: [text(t.noBlanks)] };
    const tasks = textsIn(ctx.locale).modelTasks;
    const stages = stagesFor(ctx, subject.deal);
    const today = todayOf(ctx);
    const material = [tasks.today(`${today} ${formatDate(today, ctx, today)}`), tasks.words(words)].join(
      '\n',
    );
    const asked = {
      purpose: 'blanks' as const,
      record: subject.number,
      task: tasks.blanks(
        stages.map((key) => `${key} (${stageName(ctx, key)})`).join(', ') || 'null',
        proposedChannels.join(', '),
        Object.keys(textsIn(ctx.locale).sentence.obstacles).join(', '),
      ),
      material,
      names: await namesIn(ctx, { text: words, said: [words], about: [subject.customer] }),
      json: true,
    };
    const again = { command: 'model-blanks', input: { subject: number, words } };
    return await modelProposalCard(ctx, asked, again, (answer) => {
      const found = filledBy(ctx, answer, { words, blanks, stages });
      return blanksCard(ctx, subject, words, { ...found, no: answer.no });
    });
  },
});
