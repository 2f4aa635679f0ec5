import { type Context, defineCommand } from '../../crm/access/context.js';
import { recordName, undoOwnAct } from '../../crm/acts/undo-act.js';
import { kindWord } from '../../crm/words/record-words.js';
import { momentWords } from '../../crm/words/zoned-dates.js';
import { actions, button, context, text } from '../../kernel/card/card.js';
import { DeniedError, RuleError } from '../../kernel/command/errors.js';
import { f } from '../../kernel/command/fields.js';
import { eventsOfAct, lastAct } from '../../store/activity/event-queries.js';
import { personById } from '../../store/people/person-queries.js';
import { currentRecord } from '../../store/unit/stored-records.js';
import { isUndoable } from '../../store/unit/undo-events.js';
import { formatsIn, textsIn } from '../../texts/languages.js';

/** `撤` ("undo"): undoes the speaker's last act, or the act of the tapped card. */
export const undo = defineCommand({
  name: 'undo',
  role: 'viewer',
  fields: { act: f.id() },
  async run(input, ctx) {
    const t = textsIn(ctx.locale).work;
    const actId =
      input.act ?? (await lastAct(ctx.db, { personId: ctx.person.id, placeId: ctx.place.id }, earliest(ctx)));
    if (!actId) throw new RuleError(t.undoneEmpty(ctx.process.undoMinutes));
    const words = await demandUndoable(ctx, actId);
    const records = await recordsOf(ctx, actId);
    const events = await undoOwnAct(ctx, actId);
    const kinds = [...new Set(events.map((event) => event.kind))].flatMap(
      (kind) => kindWord(ctx.locale, kind) ?? [],
    );
    const lines: { line: string; name: string | undefined }[] = [];
    // Sequential: a transaction has one connection.
    for (const { type, id, name, made } of records) {
      const left = !made && (await currentRecord(ctx.db, type, id));
      const open = left && type !== 'target' ? name : undefined;
      lines.push({ line: left ? t.restored(name) : t.removed(name), name: open });
    }
    const open = lines.find((line) => line.name)?.name;
    return {
      key: `undo:${actId}`,
      title: t.undone,
      subtitle: formatsIn(ctx.locale).list(kinds),
      tone: 'neutral',
      nodes: [
        ...(words ? [text(words, 'quote')] : []),
        text(lines.map(({ line }) => line).join('\n')),
        ...actions(open !== undefined && button(textsIn(ctx.locale).common.find, 'find', { name: open })),
        context(`${ctx.person.name} · ${momentWords(ctx, ctx.now)}`),
      ],
    };
  },
});

const earliest = (ctx: Context): Date => new Date(ctx.now.getTime() - ctx.process.undoMinutes * 60_000);

/** Throws unless the speaker did the act recently enough to undo; returns its words. */
async function demandUndoable(ctx: Context, actId: string): Promise<string | null> {
  const t = textsIn(ctx.locale).work;
  const events = await eventsOfAct(ctx.db, actId);
  const [first] = events;
  if (!first) throw new RuleError(t.undoneEmpty(ctx.process.undoMinutes));
  if (first.personId !== ctx.person.id) {
    const who = first.personId ? await personById(ctx.db, first.personId) : undefined;
    throw new DeniedError(t.undoOthers(who?.name ?? '–'));
  }
  if (first.undoneAt) throw new RuleError(t.undoTwice);
  if (first.at < earliest(ctx)) throw new RuleError(t.undoLate(ctx.process.undoMinutes));
  if (!events.some(isUndoable)) throw new RuleError(t.undoNever);
  return first.words;
}

/** Lists an act's named records, each once, and whether the act created them. */
async function recordsOf(ctx: Context, actId: string) {
  const events = await eventsOfAct(ctx.db, actId);
  const seen = new Map<string, { type: Listed; id: string; name: string; made: boolean }>();
  for (const { recordType: type, recordId: id, before } of events) {
    if (!isListed(type) || seen.has(id)) continue;
    seen.set(id, {
      type,
      id,
      name: await recordName(ctx, type, await currentRecord(ctx.db, type, id)),
      made: before === null,
    });
  }
  return [...seen.values()];
}

const listed = ['customer', 'lead', 'deal', 'task', 'target'] as const;
type Listed = (typeof listed)[number];

const isListed = (type: string): type is Listed => (listed as readonly string[]).includes(type);
