import { placeAudience } from '../../crm/access/place-audience.js';
import type { NotifyContext } from '../../crm/access/reader.js';
import { isUnlisted, type Reduced, type Unlisted } from '../../crm/access/reduced-audience.js';
import { notifyAdmins } from '../../crm/notices/notify-admins.js';
import { type Card, text } from '../../kernel/card/card.js';
import type { Platforms } from '../../kernel/chat/adapter.js';
import { localDate } from '../../kernel/time/zone.js';
import { membersOf, saveMembers } from '../../store/people/place-members.js';
import type { Place } from '../../store/schema/row-types.js';
import type { Db } from '../../store/statements/db.js';
import { type Locale, textsIn } from '../../texts/languages.js';

/** What becomes of a post that was drawn for a group's team, and that somebody in the group may not see. */
export type Held =
  /** Nobody knows who is in the group; the post waits. */
  | { waits: true }
  /** It is dropped; the group is told why, once a day. */
  | { waits: false; card: Card | undefined; told(tx: Db): Promise<void> };

/** Decides whether a post may go to a group now; undefined if everybody there may see it. */
export async function holdPost(
  db: Db,
  ctx: NotifyContext & { platforms: Platforms },
  place: Place,
  locale: Locale,
): Promise<Held | undefined> {
  if (place.kind !== 'group') return undefined;
  const { reduced } = await placeAudience(db, ctx, place, null);
  if (reduced === undefined || reduced === 'unbound') return undefined;
  if (isUnlisted(reduced)) return { waits: true };
  const day = localDate(ctx.now, ctx.timeZone);
  const { toldAt } = (await membersOf(db, place.id)) ?? {};
  const isTold = toldAt != null && localDate(toldAt, ctx.timeZone) === day;
  return {
    waits: false,
    card: isTold ? undefined : heldCard(place, reduced, locale),
    told: async (tx) => {
      if (isTold) return;
      await saveMembers(tx, place.id, { toldAt: ctx.now });
      await notifyAdmins(tx, ctx, `held:${place.id}:${day}`, (language) => ({
        ...heldCard(place, reduced, language),
        title: textsIn(language).members.heldTitle(place.name),
      }));
    },
  };
}

function heldCard(
  { id, name }: Place,
  reduced: Exclude<Reduced, Unlisted | 'unbound'>,
  locale: Locale,
): Card {
  const said = textsIn(locale).members.held[reduced];
  const title = textsIn(locale).members.heldTitle(name);
  return { key: `held:${id}`, title, tone: 'warn', nodes: [text(said)] };
}
