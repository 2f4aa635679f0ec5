import { isBound } from '../../crm/access/place-audience.js';
import type { NotifyContext } from '../../crm/access/reader.js';
import { notifyAdmins } from '../../crm/notices/notify-admins.js';
import { context, text } from '../../kernel/card/card.js';
import {
  type Chat,
  type MembersRead,
  mostMembers,
  type Platform,
  type UnreadMembers,
} from '../../kernel/chat/chat.js';
import type { Clock } from '../../kernel/time/clock.js';
import { localDate } from '../../kernel/time/zone.js';
import type { Store } from '../../store/engine/store.js';
import { membersOf, saveMembers } from '../../store/people/place-members.js';
import { findPlace } from '../../store/people/place-queries.js';
import type { Place, PlaceMembers } from '../../store/schema/row-types.js';
import { type Locale, textsIn } from '../../texts/languages.js';
import type { WallChange } from '../views/wall-changes.js';

export interface MembersKeeperOptions {
  store: Store;
  clock: Clock;
  chats: ReadonlyMap<Platform, Chat>;
  /** What telling an admin depends on. */
  notifying(): NotifyContext;
  /** Called after posts were queued. */
  committed(): void;
  /** Called when other people than before read a group. */
  changed(change: WallChange): void;
  log: { info(about: object, message: string): void; warn(about: object, message: string): void };
}

/** How long a list of members is believed without being asked for again, in ms. */
const believedMs = 10 * 60_000;
/** How long the last list is believed while the platform does not answer, in ms; an event ends it at once. */
const longestMs = 60 * 60_000;
/** How soon a platform that did not answer is asked again, in ms. */
const againMs = 60_000;
/** An answer to a person does not wait longer for the members than this, in ms. */
const patienceMs = 8_000;

/**
 * Keeps who is in a group, on platforms that list it: asked on the first use, when an event says that somebody came or
 * left, and again after ten minutes. Where the platform does not answer, the last list is believed for an hour; after
 * that, or if there is none, nobody knows who reads there, and an admin is told.
 */
export class MembersKeeper {
  private readonly asking = new Map<string, Promise<void>>();

  constructor(private readonly options: MembersKeeperOptions) {}

  /** Resolves when what is stored of the group's members may be relied on. */
  async fresh(place: Place): Promise<void> {
    if (place.kind !== 'group' || !this.options.chats.get(place.platform)?.members) return;
    const known = await membersOf(this.options.store.db, place.id);
    if (known && !this.isDue(known)) return;
    await this.ask(place, false);
  }

  /** The same for the place of a message. */
  async freshAt(platform: Platform, externalId: string): Promise<void> {
    const place = await findPlace(this.options.store.db, platform, externalId);
    if (place) await this.fresh(place);
  }

  /** Asks again at once, since somebody came or left. */
  async again(platform: Platform, externalId: string): Promise<void> {
    const place = await findPlace(this.options.store.db, platform, externalId);
    if (place?.kind !== 'group') return;
    await this.asking.get(place.id);
    await this.ask(place, true);
  }

  private isDue({ listedAt, askedAt, trouble }: PlaceMembers): boolean {
    const now = this.options.clock.now().getTime();
    const since = (at: Date | null) => (at === null || at.getTime() > now ? Infinity : now - at.getTime());
    const isOld = trouble !== null || since(listedAt) >= believedMs;
    return isOld && since(askedAt) >= againMs;
  }

  /** Asks the platform; those who want to know at the same time share one question. */
  private ask(place: Place, hasChanged: boolean): Promise<void> {
    const before = this.asking.get(place.id);
    if (before) return before;
    const run = this.read(place, hasChanged).finally(() => this.asking.delete(place.id));
    this.asking.set(place.id, run);
    return run;
  }

  private async read(place: Place, hasChanged: boolean): Promise<void> {
    const { store, clock, chats, log, changed } = this.options;
    const chat = chats.get(place.platform);
    if (!chat?.members) return;
    const read = await listed(chat.members({ id: place.externalId, kind: 'group', name: place.name }));
    const now = clock.now();
    const before = await membersOf(store.db, place.id);
    if (read.ok) {
      const { ids, hasOutsiders } = read;
      const known = { ids, hasOutsiders, listedAt: now, askedAt: now, trouble: null };
      await store.tx((tx) => saveMembers(tx, place.id, known));
      if (isOther(before, read)) changed({ acts: [], places: [place] });
      return;
    }
    const age = before?.listedAt ? now.getTime() - before.listedAt.getTime() : longestMs;
    const isBelieved = !hasChanged && before?.trouble === null && age >= 0 && age < longestMs;
    const trouble = isBelieved ? null : read.reason;
    log.warn(
      { place: place.id, reason: read.reason, isBelieved },
      'the members of a group could not be read',
    );
    await store.tx((tx) => saveMembers(tx, place.id, { askedAt: now, trouble }));
    // Whoever asks in a group without the bot is told by the answer.
    if (trouble && (trouble !== 'absent' || isBound(place))) await this.tell(place, trouble);
  }

  /** Tells the admins, once a day for each group. */
  private async tell(place: Place, trouble: UnreadMembers): Promise<void> {
    const { store, notifying, committed } = this.options;
    const ctx = notifying();
    const key = `members:${place.id}:${localDate(ctx.now, ctx.timeZone)}`;
    const told = await store.tx((tx) =>
      notifyAdmins(tx, ctx, key, (locale) => unreadCard(place, trouble, locale)),
    );
    if (told > 0) committed();
  }
}

/** What the platform answers; that it is busy, if that takes too long or fails. */
async function listed(asked: Promise<MembersRead>): Promise<MembersRead> {
  const busy: MembersRead = { ok: false, reason: 'busy' };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<MembersRead>((resolve) => {
    timer = setTimeout(() => resolve(busy), patienceMs);
  });
  try {
    return await Promise.race([asked.catch(() => busy), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether others than before are in the group. */
const isOther = (
  before: PlaceMembers | undefined,
  { ids, hasOutsiders }: Extract<MembersRead, { ok: true }>,
): boolean =>
  before !== undefined &&
  (before.hasOutsiders !== hasOutsiders ||
    before.ids.length !== ids.length ||
    ids.some((id) => !before.ids.includes(id)));

function unreadCard({ id, name }: Place, trouble: UnreadMembers, locale: Locale) {
  const t = textsIn(locale).members;
  const why = trouble === 'crowd' ? t.unreadWhy.crowd(mostMembers) : t.unreadWhy[trouble];
  const title = t.unreadTitle(name);
  const nodes = [text(why), context(t.unreadMeans)];
  return { key: `members:${id}`, title, tone: 'warn' as const, nodes };
}
