import { type Card, context, fields, text } from '../bot/kernel/card.js';
import { recordsAbout } from '../store/open-work.js';
import { identitiesOf } from '../store/people.js';
import { teamName } from './cards/people.js';
import { defineCommand } from './context.js';
import { common } from './texts/common.js';
import { peopleTexts } from './texts/people.js';

/** `我的数据`: what is stored about the speaker. */
export const mydata = defineCommand({
  name: 'mydata',
  words: { zh: ['我的数据'], en: ['mydata'] },
  summary: { zh: '关于我存了什么', en: 'What is stored about me' },
  examples: { zh: ['我的数据'], en: ['mydata'] },
  reads: true,
  quiet: true,
  fields: {},
  async run(_input, ctx): Promise<Card> {
    const t = peopleTexts(ctx.locale);
    const { person } = ctx;
    const counts = await recordsAbout(ctx.db, person.id);
    const accounts = await identitiesOf(ctx.db, person.id);
    const rows = (Object.keys(t.counts) as (keyof typeof counts)[]).map((key): [string, string] => [
      t.counts[key],
      String(counts[key]),
    ]);
    return {
      key: `person:${person.id}`,
      title: t.mydata,
      tone: 'info',
      nodes: [
        text(t.mydataBody(person.name)),
        ...fields(
          [t.role, t.roles[person.role]],
          [common(ctx.locale).team, await teamName(ctx, person)],
          [t.identities, common(ctx.locale).list(accounts.map((one) => one.platform))],
          [t.zone, ctx.zone],
        ),
        ...fields(...rows),
        context(t.exportHint),
      ],
    };
  },
});
