import type { NotifyContext } from '../../crm/access/reader.js';
import { notifyAdmins } from '../../crm/notices/notify-admins.js';
import type { Say } from '../../kernel/card/card.js';
import { context, text } from '../../kernel/card/card.js';
import type { Inbound, Platform } from '../../kernel/chat/chat.js';
import { personByIdentity } from '../../store/people/person-queries.js';
import type { Db } from '../../store/statements/db.js';
import { textsIn } from '../../texts/languages.js';

/** An act that was stored and could not be carried out. */
export interface DeadAct {
  platform: Platform;
  eventId: string;
  /** What came, as the adapter read it. */
  incoming: unknown;
  /** The number of its last failure in the log. */
  incident: string;
}

/** What every adapter keeps of an act. */
export interface KeptAct {
  user?: string;
  act?: Inbound['act'];
}

/** Queues a card for the admins: who did what, and that nothing more is tried. */
export async function tellOfDeadAct(
  tx: Db,
  ctx: NotifyContext,
  { platform, eventId, incoming, incident }: DeadAct,
  say: Say,
): Promise<void> {
  const { user = '', act } = (incoming ?? {}) as KeptAct;
  const name = (await personByIdentity(tx, platform, user))?.name ?? user;
  const words = act?.kind === 'say' ? act.text : act && say(act.call);
  await notifyAdmins(tx, ctx, `dead-act:${platform}:${eventId}`, (locale) => {
    const t = textsIn(locale).delivery;
    return {
      key: 'dead-act',
      title: t.deadAct,
      tone: 'bad',
      nodes: [text(t.givenUp(name)), ...(words ? [text(words, 'quote')] : []), context(t.seeLog(incident))],
    };
  });
}
