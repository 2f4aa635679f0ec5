import type { Answer, Inbound } from '../../kernel/chat/chat.js';
import type { Speaking } from '../../kernel/command/command.js';
import { isRecordNo } from '../../kernel/records/record-number.js';
import { recordsOfAct } from '../../store/unit/stored-records.js';
import type { Locale } from '../../texts/languages.js';
import { textsIn } from '../../texts/languages.js';
import { withActor } from './dispatch-cards.js';
import type { DispatchOptions, Given, InboundAct } from './dispatch-options.js';

/** The answer's card shows a record as it is now, or an act that was taken back; other messages are older. */
export async function redrawChanges<C extends Speaking & Given>(
  { changed, store, registry, onName }: DispatchOptions<C>,
  inbound: Inbound,
  answer: Answer,
  { context }: InboundAct<C>,
): Promise<void> {
  const find = registry.get(onName);
  const field = Object.keys(find?.fields ?? {})[0] ?? '';
  const [, type = '', shown = ''] = /^([a-z]+):(.+)$/i.exec(answer.cards[0]?.key ?? '') ?? [];
  if (!changed || !find || !shown) return;
  const records =
    type === 'undo'
      ? await recordsOfAct(store.db, shown)
      : isRecordNo(shown)
        ? [{ type, number: shown }]
        : [];
  const by = textsIn(context.locale).dispatch.actedBy(context.person.name, context.words);
  const except = inbound.act.kind === 'tap' && answer.replaces ? inbound.act.messageId : undefined;
  for (const { type, number } of records) {
    const card = async (locale: Locale) =>
      withActor(await find.run({ [field]: number } as never, { ...context, db: store.db, locale }), by);
    changed({ key: `${type}:${number}`, except, card });
  }
}
