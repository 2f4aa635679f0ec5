import { actions, button, type Card, context, text } from '../../kernel/card/card.js';
import { DeniedError, RuleError } from '../../kernel/command/errors.js';
import type { StepKind, TakeBack } from '../../language/correction/take-back-order.js';
import { type DoneAct, eventsOf, eventsOfAct } from '../../store/activity/event-queries.js';
import { customerById } from '../../store/customers/customer-queries.js';
import { personById } from '../../store/people/person-queries.js';
import type { Event } from '../../store/schema/row-types.js';
import { currentRecord } from '../../store/unit/stored-records.js';
import { isUndoable } from '../../store/unit/undo-events.js';
import { formatsIn, textsIn } from '../../texts/languages.js';
import type { Context } from '../access/context.js';
import { recordName, undoOwnAct } from '../acts/undo-act.js';
import { onlyCustomerCalled } from '../lookup/only-customer.js';
import { kindWord } from '../words/record-words.js';
import { dateWords, momentWords } from '../words/zoned-dates.js';
import { dayOfNote, notesCalled } from './note-candidates.js';
import {
  actsMeant,
  actsOfRecord,
  isUnsure,
  meantEvents,
  recentActs,
  undoEarliest,
  waits,
} from './recent-acts.js';

/** Most notes that are asked about. */
const most = 4;
/** How long after an act it is undone without a question, in ms. */
const surelyMeant = 2 * 60_000;

/** Takes back what the words mean: the last step, the record made last, the last note, or one that is named. */
export async function takeBack(ctx: Context, order: TakeBack): Promise<Card> {
  if (order.what === 'about') return await lastAboutCard(ctx, order.about ?? '');
  if (order.what === 'named') return await whichNoteCard(ctx, order.about ?? '');
  const acts = await actsMeant(ctx);
  const isNote = (one: (typeof acts)[number]) =>
    one.events.some(({ recordType, before }) => recordType === 'followUp' && before === null);
  const { step } = order;
  const act =
    order.what === 'note' ? acts.find(isNote) : step ? acts.find((one) => isStepOf(one, step)) : acts[0];
  if (!act) throw new RuleError(textsIn(ctx.locale).work.undoneEmpty(ctx.process.undoMinutes));
  const at = act.events.at(-1)?.at ?? ctx.now;
  const isStep = order.what === 'step' || order.what === 'mistake';
  // Something may have been said since that was not written, and may be meant.
  const isLate = ctx.now.getTime() - at.getTime() > surelyMeant;
  // The words say which step, and it was not the last one.
  if (step && !isLate && act !== acts[0]) return await undoneCard(ctx, [act.actId]);
  if (order.what === 'step' && asksFor(ctx, act)) return await undoneCard(ctx, [act.actId]);
  if (order.what !== 'note' && isUnsure(ctx)) {
    const asked = order.what === 'record' ? actsOfRecord(acts, act) : [act];
    const events = asked.flatMap((one) => one.events);
    return await askCard(ctx, events, order.what);
  }
  // A deal is not opened again by words that may mean something else.
  const reopens =
    (order.what === 'record' || order.what === 'note') &&
    act.events.some(({ kind }) => kind === 'deal.won' || kind === 'deal.lost');
  if (order.what === 'perhaps' || reopens || (isStep && (isLate || waits(ctx))))
    return await askCard(ctx, act.events);
  return await undoneCard(ctx, isStep ? [act.actId] : actsOfRecord(acts, act).map(({ actId }) => actId));
}

/** Whether an act was a step of the kind. */
const isStepOf = ({ events }: DoneAct, step: StepKind): boolean =>
  events.some(({ kind }) => kind === eventOfStep[step]);
const eventOfStep: Record<StepKind, Event['kind']> = {
  lost: 'deal.lost',
  won: 'deal.won',
  moved: 'deal.moved',
  target: 'target.set',
};

/** Marks the button of a question whether to undo an act: the same said in words is its answer. */
const asked = 'asked';

/** Whether the last answer asked whether to undo the act, and offered nothing else. */
function asksFor({ labels = [] }: Context, { actId }: DoneAct): boolean {
  const calls = labels.flatMap(({ does }) => does.map(({ call }) => call));
  return calls.length === 1 && calls.every(({ input }) => input.act === actId && input.what === asked);
}

/** Undoes the act, with those that made and corrected its record if that is what was asked about. */
export async function undoneAct(ctx: Context, actId: string, what: string | undefined): Promise<Card> {
  const acts = what === 'record' ? await recentActs(ctx) : [];
  const act = acts.find((one) => one.actId === actId);
  return await undoneCard(ctx, act ? actsOfRecord(acts, act).map((one) => one.actId) : [actId]);
}

/** Undoes acts of the speaker, the newest first, and tells what is gone and what is as it was. */
async function undoneCard(ctx: Context, actIds: readonly string[]): Promise<Card> {
  const t = textsIn(ctx.locale).work;
  let words: string | null = null;
  const records = new Map<string, Listed>();
  const kinds = new Set<string>();
  for (const actId of actIds) {
    words = await demandUndoable(ctx, actId);
    for (const one of await recordsOf(ctx, actId)) records.set(one.id, { ...records.get(one.id), ...one });
    for (const kind of namedKinds(await undoOwnAct(ctx, actId))) kinds.add(kindWord(ctx.locale, kind) ?? '');
  }
  const lines: { line: string; name: string | undefined; type: Listed['type']; isLeft: boolean }[] = [];
  // Sequential: a transaction has one connection.
  for (const { type, id, name, made } of records.values()) {
    const left = !made && (await currentRecord(ctx.db, type, id));
    const open = left && type !== 'target' ? name : undefined;
    lines.push({ line: left ? t.restored(name) : t.removed(name), name: open, type, isLeft: Boolean(left) });
  }
  const open = lines.find((line) => line.name)?.name;
  return {
    key: `undo:${actIds.at(-1)}`,
    title: t.undone,
    subtitle: formatsIn(ctx.locale).list([...kinds].filter((kind) => kind !== '')),
    tone: 'neutral',
    nodes: [
      ...(words ? [text(words, 'quote')] : []),
      text((lines.length > mostListed ? summed(ctx, lines) : lines.map(({ line }) => line)).join('\n')),
      // The line of the record says what became of it, which is no name for the button.
      ...actions(
        open !== undefined && button(`${textsIn(ctx.locale).common.find} ${open}`, 'find', { name: open }),
      ),
      context(`${ctx.person.name} · ${momentWords(ctx, ctx.now)}`),
    ],
  };
}

/** Most records that an undo names one by one. */
const mostListed = 6;

/** How many records of each kind are gone, and how many are as they were: those of a whole book are too many to name. */
function summed(ctx: Context, lines: readonly { type: Listed['type']; isLeft: boolean }[]): string[] {
  const t = textsIn(ctx.locale).work;
  const counts = (isLeft: boolean): string => {
    const types = lines.filter((one) => one.isLeft === isLeft).map(({ type }) => type);
    return [...new Set(types)]
      .map((type) => `${t.records[type]} ${types.filter((one) => one === type).length}`)
      .join(' · ');
  };
  const [restored, removed] = [counts(true), counts(false)];
  return [...(restored ? [t.restored(restored)] : []), ...(removed ? [t.removed(removed)] : [])];
}

/** The kinds of change that undo tells of: of a correction only that, since what it corrected is there again. */
function namedKinds(events: readonly Event[]): string[] {
  const kinds = events.map(({ kind }) => kind);
  return kinds.includes('followUp.corrected') ? ['followUp.corrected'] : kinds;
}

/** Deletes one follow-up of the speaker's that was named and tapped; it may be older than what undo reaches. */
export async function deleteNote(ctx: Context, followUpId: string): Promise<Card> {
  const t = textsIn(ctx.locale).work;
  const made = (await eventsOf(ctx.db, 'followUp', followUpId, most)).find(({ before }) => before === null);
  if (!made) throw new RuleError(t.undoneEmpty(ctx.process.undoMinutes));
  const events = await eventsOfAct(ctx.db, made.actId);
  // An act that did more than note something, such as a move to the next stage, keeps to undo's time.
  const isNote = events.every(({ kind }) => noted.test(kind));
  return await undoneCard({ ...ctx, process: isNote ? withoutLimit(ctx) : ctx.process }, [made.actId]);
}

const noted = /^(?:followUp|task|contact|name)\.|\.followed$/;
const withoutLimit = ({ process }: Context): Context['process'] => ({
  ...process,
  undoMinutes: Number.MAX_SAFE_INTEGER / 60_000 / 2,
});

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
  if (first.at < undoEarliest(ctx)) throw new RuleError(t.undoLate(ctx.process.undoMinutes));
  if (!events.some(isUndoable)) throw new RuleError(t.undoNever);
  return first.words;
}

interface Listed {
  type: ListedType;
  id: string;
  name: string;
  made: boolean;
}

/** Lists an act's named records, each once, and whether the act created them. */
async function recordsOf(ctx: Context, actId: string): Promise<Listed[]> {
  const seen = new Map<string, Listed>();
  const events = await eventsOfAct(ctx.db, actId);
  for (const { recordType: type, recordId: id, before } of events) {
    if (!isListed(type) || seen.has(id)) continue;
    // A record that was deleted is named by what was noted of it.
    const noted = events.find((one) => one.recordId === id && one.before?.no !== undefined)?.before;
    const name = await recordName(ctx, type, (await currentRecord(ctx.db, type, id)) ?? noted ?? undefined);
    seen.set(id, { type, id, name, made: before === null });
  }
  return [...seen.values()];
}

const listed = ['customer', 'lead', 'deal', 'task', 'target'] as const;
type ListedType = (typeof listed)[number];

const isListed = (type: string): type is ListedType => (listed as readonly string[]).includes(type);

/**
 * Asks whether what the speaker recorded last about the customer is to be deleted, with its words: their last act that can
 * still be undone, else their last follow-up.
 */
async function lastAboutCard(ctx: Context, words: string): Promise<Card> {
  const about = await onlyCustomerCalled(ctx, words);
  if (!about) return await whichNoteCard(ctx, words);
  const ofCustomer = ({ recordId, before, after }: Event) =>
    recordId === about.id || (after ?? before)?.customerId === about.id;
  const acts = await recentActs(ctx);
  const act = acts.find((one) => meantEvents(one).some(ofCustomer));
  const asked = act && (await askCard(ctx, act.events));
  if (asked) return { ...asked, title: textsIn(ctx.locale).work.deleteAsk(about.name) };
  const [note] = (await notesCalled(ctx, about.name)).filter(({ customerId }) => customerId === about.id);
  if (!note) throw new RuleError(textsIn(ctx.locale).work.undoNone(words));
  return {
    key: 'ask:undo',
    title: textsIn(ctx.locale).work.deleteAsk(about.name),
    subtitle: dateWords(ctx, dayOfNote(ctx, note)),
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      text(note.words, 'quote'),
      ...actions(button(textsIn(ctx.locale).common.undo, 'undo', { note: note.id })),
    ],
  };
}

/** Asks whether the last step is meant, where only a mistake was told of and some time has passed. */
async function askCard(ctx: Context, events: readonly Event[], what?: TakeBack['what']): Promise<Card> {
  const t = textsIn(ctx.locale).work;
  const [first] = events;
  const kinds = [
    ...new Set(
      namedKinds(meantEvents({ actId: '', events: [...events] })).flatMap(
        (kind) => kindWord(ctx.locale, kind) ?? [],
      ),
    ),
  ];
  return {
    key: 'ask:undo',
    title: t.undoAsk,
    subtitle: formatsIn(ctx.locale).list(kinds),
    tone: 'info',
    askedOf: ctx.person.id,
    nodes: [
      ...(first?.words ? [text(first.words, 'quote')] : []),
      ...actions(
        button(textsIn(ctx.locale).common.undo, 'undo', {
          act: first?.actId ?? '',
          what: what === 'record' ? what : asked,
        }),
      ),
    ],
  };
}

/** Shows the follow-ups that the words name, with a button each. */
async function whichNoteCard(ctx: Context, words: string): Promise<Card> {
  const t = textsIn(ctx.locale).work;
  const found = await notesCalled(ctx, words);
  if (found.length === 0) throw new RuleError(t.undoNone(words));
  const lines: string[] = [];
  const taps = [];
  for (const [at, one] of found.slice(0, most).entries()) {
    const name = (await customerById(ctx.db, one.customerId))?.name ?? '';
    const day = dateWords(ctx, dayOfNote(ctx, one));
    lines.push(`${at + 1}. ${[day, name, one.words].join(' · ')}`);
    taps.push(button(`${at + 1}. ${t.takeBackNote(day, name)}`, 'undo', { note: one.id }));
  }
  return {
    key: 'choose',
    title: t.undoWhich,
    tone: 'info',
    nodes: [text(lines.join('\n')), ...actions(...taps)],
  };
}
