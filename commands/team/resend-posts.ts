import { defineCommand } from '../../crm/access/context.js';
import { text } from '../../kernel/card/card.js';
import { f } from '../../kernel/command/fields.js';
import { deadPosts, resend } from '../../store/messages/outbox-queries.js';
import { textsIn } from '../../texts/languages.js';

/** Most posts sent again at once. */
const most = 1000;

/** `重发 全部` ("resend all"): queues again what could not be sent. */
export const resendPosts = defineCommand({
  name: 'resend',
  role: 'admin',
  hidden: true,
  quiet: true,
  fields: { posts: f.word() },
  async run(_, ctx) {
    const t = textsIn(ctx.locale).delivery;
    const dead = await deadPosts(ctx.db, most);
    const again = await resend(
      ctx.db,
      dead.map(({ id }) => id),
      ctx.now,
    );
    const said = again > 0 ? t.queuedAgain(again) : t.nothingDead;
    return { key: 'resend', title: t.sendAgain, tone: again > 0 ? 'good' : 'neutral', nodes: [text(said)] };
  },
});
