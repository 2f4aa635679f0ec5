import type { Card } from '../../kernel/card/card.js';
import { deadPosts, resend } from '../../store/messages/outbox-queries.js';
import { placeById } from '../../store/people/place-queries.js';
import { gridLines } from './card-text.js';
import { withCliContext } from './cli-context.js';
import { CliError, confirm, type Terminal, writeAnswer } from './terminal.js';

/** Most posts listed. */
const maxPosts = 1000;

/** `genjin dead list`: lists posts that could not be sent, and why. */
export async function deadList(terminal: Terminal, flags: { json: boolean }): Promise<void> {
  await withCliContext(terminal, { make: false }, async ({ store }) => {
    const posts = [];
    for (const post of await deadPosts(store.db, maxPosts)) {
      const place = await placeById(store.db, post.placeId);
      posts.push({
        id: post.id,
        title: (post.card as Card).title,
        platform: place?.platform ?? null,
        place: place?.name ?? null,
        attempts: post.attempts,
        reason: post.lastError,
        createdAt: post.createdAt.toISOString(),
      });
    }
    const rows = posts.map((post) => [
      post.id,
      post.place ?? '',
      post.title,
      `${post.attempts}`,
      post.reason ?? '',
    ]);
    const text =
      rows.length === 0
        ? 'Nothing is dead.'
        : gridLines([['id', 'place', 'card', 'attempts', 'reason'], ...rows], [3]).join('\n');
    writeAnswer(terminal, flags.json, { posts }, text);
  });
}

/** `genjin dead resend ID…`: queues posts for the bot again; without an id, all of them. */
export async function deadResend(
  terminal: Terminal,
  ids: string[],
  flags: { json: boolean; yes: boolean; dryRun: boolean },
): Promise<void> {
  await withCliContext(terminal, { make: false }, async ({ store, ctx }) => {
    const dead = (await deadPosts(store.db, maxPosts)).map((post) => post.id);
    const unknown = ids.filter((id) => !dead.includes(id));
    if (unknown.length > 0) throw new CliError(`not among the dead: ${unknown.join(', ')}`);
    const chosen = ids.length > 0 ? ids : dead;
    if (!flags.dryRun) await confirm(terminal, flags.yes, `Send ${chosen.length} post(s) again?`);
    const again = flags.dryRun ? chosen.length : await store.tx((tx) => resend(tx, chosen, ctx.now));
    writeAnswer(
      terminal,
      flags.json,
      { dryRun: flags.dryRun, resent: again },
      `${again} post(s) ${flags.dryRun ? 'would wait' : 'wait'} to be sent.`,
    );
  });
}
