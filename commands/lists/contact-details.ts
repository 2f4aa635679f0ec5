import { defineCommand } from '../../crm/access/context.js';
import { contactLines } from '../../crm/cards/contact-lines.js';
import { contactsMeant, unknownContactOf } from '../../crm/lookup/contacts-called.js';
import { actions, button, type Card, text } from '../../kernel/card/card.js';
import { f, shareField } from '../../kernel/command/fields.js';
import { customerNo } from '../../kernel/records/record-number.js';
import { textsIn } from '../../texts/languages.js';

/** Most contacts shown of one name. */
const most = 4;

/** `王总电话多少` ("what is Mr Wang's number"): says how to reach the people of that name. */
export const contactDetails = defineCommand({
  name: 'contacts',
  reads: true,
  hidden: true,
  isPersonal: () => true,
  fields: { share: shareField, words: f.rest({ required: true }) },
  async run({ words }, ctx): Promise<Card> {
    const t = textsIn(ctx.locale).list;
    const shown = (await contactsMeant(ctx, words)).slice(0, most);
    const [first, ...others] = shown;
    const of = first ? undefined : await unknownContactOf(ctx, words);
    const isOne = first !== undefined && others.every(({ of }) => of.id === first.of.id);
    return {
      key: `contacts:${words}`,
      ...(isOne ? { about: customerNo(first.of) } : of ? { about: customerNo(of) } : {}),
      title: words,
      tone: 'info',
      nodes: [
        ...(shown.length === 0 ? [text(t.noContact(words))] : []),
        ...contactLines(ctx, shown).map((line) => text(line, 'strong')),
        ...actions(
          ...[...shown.slice(0, 3).map((one) => one.of), ...(of ? [of] : [])].map((one) =>
            button(one.name, 'find', { name: customerNo(one) }),
          ),
        ),
      ],
    };
  },
});
