import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { chartsOf } from '../../../kernel/card/card.js';
import { decodeCall } from '../../../kernel/render/call-code.js';
import { instantOf } from '../../../kernel/time/zone.js';
import { isLocale, type Locale, locales, textsIn } from '../../../texts/languages.js';
import { CardLook, EntryView, type View } from '../page/entry.js';
import { Page } from '../page/page.js';
import { calledBot } from '../room/called-bot.js';
import { type LogChange, visibleEntries } from '../room/chat-log.js';
import { nativeLook, type SandboxOptions, type SandboxPerson, type SandboxPlace } from '../room/options.js';
import type { Room, RoomAct } from '../room/room.js';
import { VisitorGuide } from '../room/visitor-guide.js';
import { type Asset, FontAssets, pageAssets } from './assets.js';
import { guard, PageTokens } from './security.js';

/** Bytes of one request; far above the longest line, far below what could hurt. */
const maxBody = 64 * 1024;
/** Milliseconds after which a silent stream says that it lives. */
const pulse = 20_000;

const call = z.string().max(8_000);
const actSchema = z.object({
  id: z.string().regex(/^[\w-]{8,64}$/u),
  as: z.string(),
  in: z.string(),
  lang: z.enum(locales),
  act: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('say'),
      text: z.string().trim().min(1).max(4_000),
      replyTo: z.string().optional(),
    }),
    z.object({ kind: z.literal('tap'), call, messageId: z.string().optional() }),
    z.object({
      kind: z.literal('form'),
      call,
      messageId: z.string().optional(),
      fields: z.record(z.string().max(100), z.string().max(4_000)),
    }),
  ]),
});
const clockSchema = z.union([
  z.object({ jump: z.string() }),
  z.object({ at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u) }),
]);

interface Where {
  /** The address names a chat that is not there for this person. */
  isElsewhere: boolean;
  view: View;
  person: SandboxPerson;
  place: SandboxPlace;
}

/** The page, its stream of changes, and what the page sends. `closing` ends the streams. */
export function sandboxApp(
  options: SandboxOptions & { now(): Date; zone: string },
  room: Room,
  closing: AbortSignal,
) {
  const app = new Hono();
  const tokens = new PageTokens();
  const assets = pageAssets();
  const fonts = new FontAssets();
  const guide = new VisitorGuide(options.guide, room.log);
  /** Pages of an earlier process must not take its change numbers for ours. */
  const epoch = tokens.issue().slice(0, 8);

  async function find(query: Record<string, string | undefined>): Promise<Where | null> {
    const cast = await options.cast();
    const person = cast.people.find((known) => known.id === query.as) ?? cast.people[0];
    if (!person) return null;
    const own = cast.places.filter((known) => known.members.includes(person.id));
    const asked = own.find((known) => known.id === query.in);
    const place = asked ?? own.find((known) => known.kind === 'private') ?? own[0];
    if (!place) return null;
    const locale: Locale = isLocale(query.lang) ? query.lang : options.locale;
    const { title, zone, looks } = options;
    const look = looks.find(({ id }) => id === query.look)?.id ?? nativeLook;
    const texts = textsIn(locale).page;
    const view = {
      person: person.id,
      place: place.id,
      locale,
      look,
      texts,
      cast,
      title,
      zone,
      looks,
      now: options.now(),
    };
    return { view, person, place, isElsewhere: Boolean(query.in) && !asked };
  }

  app.use(guard);
  app.use(bodyLimit({ maxSize: maxBody, onError: (c) => c.json({ error: 'too long' }, 413) }));

  app.get('/', async (c) => {
    const where = await find(c.req.query());
    if (!where) return c.text('There is nobody to be in the sandbox yet.', 503);
    const { view, person, place } = where;
    const suggestions = (await options.suggestions?.(person, place, view.locale)) ?? [];
    room.log.markSeen(place.id, person.id);
    if (place.kind === 'group' && c.req.query('in')) await guide.tick('look');
    const page = (
      <Page
        {...where}
        entries={room.log.entriesFor(place.id, person.id)}
        suggestions={suggestions}
        clock={options.clock}
        token={tokens.issue()}
        guide={await guide.state()}
        after={`${epoch}-${room.log.last}`}
        unread={(at, who) => room.log.unread(at, who)}
      />
    );
    c.header('Cache-Control', 'no-store');
    return c.html(`<!doctype html>${page}`);
  });

  app.get('/look', async (c) => {
    const where = await find(c.req.query());
    const entry = room.log.find(c.req.query('message') ?? '');
    if (!where || entry?.body.kind !== 'card') return c.text('', 404);
    if (entry.place !== where.place.id || !visibleEntries(entry, where.person.id)) return c.text('', 404);
    return c.html(
      `${<CardLook id={entry.id} shown={entry.body} look={where.view.look} view={where.view} />}`,
    );
  });

  app.get('/picture', async (c) => {
    const entry = room.log.find(c.req.query('message') ?? '');
    const body = entry?.body.kind === 'card' ? entry.body : null;
    const chart = body && chartsOf(body.card)[Number(c.req.query('chart'))];
    if (!body || !chart || !options.draw) return c.text('', 404);
    const png = await options.draw(chart, body.locale, c.req.query('dark') !== undefined);
    return c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png', 'Cache-Control': 'no-cache' });
  });

  app.get('/file', async (c) => {
    const where = await find(c.req.query());
    const entry = room.log.find(c.req.query('message') ?? '');
    const isTheirs =
      where && entry && entry.place === where.place.id && visibleEntries(entry, where.person.id);
    const body = isTheirs && entry.body.kind === 'card' ? entry.body : null;
    const file = body?.card.files?.[Number(c.req.query('file'))];
    const bytes = file && (await options.make?.(file));
    if (!bytes) return c.text('There is no such file for you.', 404);
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': file.mime,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Cache-Control': 'no-store',
    });
  });

  app.get('/events', (c) => {
    const after = c.req.header('last-event-id') ?? c.req.query('after') ?? '';
    const query = c.req.query();
    return streamSSE(c, async (stream) => {
      const missed = after.startsWith(`${epoch}-`)
        ? room.log.since(Number(after.slice(epoch.length + 1)))
        : null;
      if (!missed) {
        await stream.writeSSE({ event: 'reload', data: '' });
        return;
      }
      const queue = [...missed];
      let wake = () => {};
      const forget = room.log.listen((change) => {
        queue.push(change);
        wake();
      });
      const end = () => wake();
      stream.onAbort(end);
      closing.addEventListener('abort', end);
      try {
        await stream.write(': open\n\n');
        while (!stream.aborted && !closing.aborted) {
          for (let change = queue.shift(); change; change = queue.shift()) {
            const event = await eventOf(change, query);
            if (event) await stream.writeSSE({ ...event, id: `${epoch}-${change.number}` });
          }
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, pulse);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
            if (queue.length > 0 || stream.aborted || closing.aborted) wake();
          });
          if (queue.length === 0 && !stream.aborted) await stream.write(': alive\n\n');
        }
      } finally {
        forget();
        closing.removeEventListener('abort', end);
      }
    });
  });

  async function eventOf(change: LogChange, query: Record<string, string>) {
    if (change.kind === 'guide')
      return { event: 'guide', data: JSON.stringify(await options.guide?.state()) };
    if (change.kind === 'clock')
      return { event: 'clock', data: JSON.stringify({ now: options.now().getTime() }) };
    const where = await find(query);
    if (!where) return null;
    const { entry } = change;
    const { view, person, place } = where;
    if (entry.place !== place.id) {
      const owner = view.cast.places.find((known) => known.id === entry.place);
      const reader = owner?.kind === 'private' ? (owner.members[0] ?? '') : person.id;
      if (!owner?.members.includes(reader) || !visibleEntries(entry, reader) || change.kind !== 'add')
        return null;
      return {
        event: 'unread',
        data: JSON.stringify({ place: entry.place, count: room.log.unread(entry.place, reader) }),
      };
    }
    if (!visibleEntries(entry, person.id)) return null;
    room.log.markSeen(place.id, person.id);
    const html = `${<EntryView entry={entry} view={view} />}`;
    return { event: 'entry', data: JSON.stringify({ id: entry.id, kind: change.kind, html }) };
  }

  app.use('/act', tokens.check);
  app.post('/act', async (c) => {
    const sent = actSchema.safeParse(await c.req.json().catch(() => null));
    if (!sent.success) return c.json({ error: 'invalid' }, 400);
    const { id, as, in: placeId, lang, act } = sent.data;
    const { people, places } = await options.cast();
    const person = people.find((known) => known.id === as);
    const place = places.find((known) => known.id === placeId && known.members.includes(as));
    if (!person || !place) return c.json({ error: 'invalid' }, 400);
    const read = readAct(act, place.kind);
    if (!read) return c.json({ error: 'invalid' }, 400);
    try {
      await room.perform({
        id,
        act: read,
        locale: lang,
        speaker: { id: person.id, name: person.name, timeZone: options.zone, locale: lang },
        place: { id: place.id, kind: place.kind, name: place.name },
      });
    } catch (error) {
      options.log.error({ err: error, inbound: id }, 'an act could not be answered');
      return c.json({ error: 'unanswered' }, 503);
    }
    options.played?.(person);
    await guide.tick(read.kind === 'say' ? 'type' : 'tap');
    return c.json({ ok: true });
  });

  app.use('/guide', tokens.check);
  app.post('/guide', async (c) => {
    await guide.putAway();
    return c.json({ ok: true });
  });

  app.use('/clock', tokens.check);
  app.post('/clock', async (c) => {
    const { clock } = options;
    const sent = clockSchema.safeParse(await c.req.json().catch(() => null));
    if (!clock || !sent.success) return c.json({ error: 'invalid' }, 400);
    if ('jump' in sent.data) {
      const { jump } = sent.data;
      if (!clock.jumps.some((known) => known.id === jump)) return c.json({ error: 'invalid' }, 400);
      await clock.jump(jump);
    } else {
      const [date = '', time = ''] = sent.data.at.split('T');
      await clock.moveTo(instantOf(date, time, clock.zone));
    }
    room.log.clockMoved();
    return c.json({ now: clock.now().getTime() });
  });

  const serve = (asset: Asset | undefined) =>
    asset
      ? new Response(asset.body, {
          headers: {
            'Content-Type': asset.type,
            'Cache-Control': asset.maxAge > 0 ? `max-age=${asset.maxAge}` : 'no-cache',
          },
        })
      : new Response('Not found', { status: 404 });
  app.get('/assets/:name', (c) => serve(assets.get(c.req.param('name'))));
  app.get('/fonts.css', () => serve(fonts.stylesheet()));
  app.get('/fonts/:name', (c) => serve(fonts.file(c.req.param('name'))));

  app.onError((error, c) => {
    options.log.error({ err: error, path: c.req.path }, 'the sandbox page failed');
    return c.text('The sandbox page failed; see the log.', 500);
  });
  return app;
}

function readAct(
  act: z.infer<typeof actSchema>['act'],
  place: RoomAct['place']['kind'],
): RoomAct['act'] | null {
  if (act.kind === 'say') {
    if (place !== 'group') return act;
    const called = calledBot(act.text);
    return called === undefined ? { ...act, isOverheard: true } : { ...act, text: called };
  }
  const decoded = decodeCall(act.call);
  return decoded ? { ...act, call: decoded } : null;
}
