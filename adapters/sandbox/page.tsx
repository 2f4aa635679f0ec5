import type { Child } from 'hono/jsx';
import { Avatar, BotAvatar } from './avatar.js';
import type { Entry } from './chat-log.js';
import { EntryView, type View } from './entry.js';
import { looks, type SandboxClock, type SandboxPerson, type SandboxPlace } from './options.js';

export interface PageState {
  view: View;
  person: SandboxPerson;
  place: SandboxPlace;
  entries: Entry[];
  suggestions: string[];
  clock: SandboxClock | undefined;
  token: string;
  /** Where the stream of changes is taken up. */
  after: string;
  unread(place: string, person: string): number;
}

export const Page = (state: PageState) => {
  const { view, place, token } = state;
  const { texts, locale } = view;
  const heading = placeName(place, view);
  return (
    <html lang={locale === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="page-token" content={token} />
        <title>{`${heading} · ${view.title[locale]}`}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {[
          '/fonts.css',
          '/assets/base.css',
          '/assets/layout.css',
          '/assets/chat.css',
          '/assets/card.css',
          '/assets/looks.css',
        ].map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
        <script type="module" src="/assets/app.js" />
      </head>
      <body data-page={JSON.stringify(scriptState(state, heading))}>
        <a class="skip" href="#messages">
          {texts.skip}
        </a>
        <div class="layout">
          <PeoplePanel {...state} />
          <main>
            <TopBar {...state} heading={heading} />
            <p id="connection" role="status" />
            <div id="messages" role="log" aria-live="polite" aria-label={texts.log} tabindex={0}>
              <EmptyState {...state} hidden={state.entries.length > 0} />
              {state.entries.map((entry) => (
                <EntryView entry={entry} view={view} />
              ))}
            </div>
            <Composer {...state} heading={heading} />
          </main>
          <SidePanel {...state} />
          <div class="backdrop" data-close-panels />
        </div>
        <ConfirmDialog {...state} />
        <noscript>{texts.noScript}</noscript>
      </body>
    </html>
  );
};

/** What the page's script needs to know. */
function scriptState({ view, place, after, clock }: PageState, heading: string) {
  const { texts } = view;
  return {
    as: view.person,
    in: view.place,
    lang: view.locale,
    look: view.look,
    after,
    heading,
    zone: view.zone,
    now: clock ? view.now.getTime() : null,
    mention: place.kind === 'group' ? `@${view.title[view.locale]}` : null,
    texts: {
      you: texts.you,
      sending: texts.sending,
      working: texts.working,
      unsent: texts.unsent,
      retry: texts.retry,
      discard: texts.discard,
      away: texts.away,
      back: texts.back,
      refused: texts.refused,
      tooLong: texts.tooLong,
      jumping: texts.jumping,
      badTime: texts.badTime,
      typing: texts.justBot(view.title[view.locale]),
    },
  };
}

const placeName = (place: SandboxPlace, { texts, title, locale }: View): string =>
  place.kind === 'private' ? texts.privateWith(title[locale]) : place.name;

function link(view: View, change: Partial<Record<'as' | 'in' | 'lang' | 'look', string>>): string {
  const query = { as: view.person, in: view.place, lang: view.locale, look: view.look, ...change };
  return `/?${new URLSearchParams(query)}`;
}

const Unread = ({ count, view, place }: { count: number; view: View; place?: string }) => (
  <span class="unread" data-unread-place={place} hidden={count === 0}>
    <span aria-hidden="true">{count}</span>
    <span class="visually-hidden">{view.texts.unread(count)}</span>
  </span>
);

const PeoplePanel = ({ view, person, place, unread }: PageState) => {
  const { texts, cast, locale } = view;
  const privateOf = (id: string) =>
    cast.places.find((known) => known.kind === 'private' && known.members.includes(id));
  const places = cast.places.filter((known) => known.members.includes(person.id));
  return (
    <aside id="people-panel" class="panel" aria-label={texts.openPeople}>
      <div class="brand">
        <BotAvatar />
        <div>
          <strong>{view.title[locale]}</strong>
          <span>{texts.sandbox}</span>
        </div>
        <PanelClose view={view} />
      </div>
      <nav aria-labelledby="places-title">
        <h2 id="places-title">{texts.places}</h2>
        <ul>
          {places.map((known) => (
            <li>
              <a
                class="row"
                href={link(view, { in: known.id })}
                aria-current={known.id === place.id ? 'page' : undefined}
              >
                <span class="place-mark" aria-hidden="true">
                  {known.kind === 'group' ? '#' : '@'}
                </span>
                <span class="row-name">{placeName(known, view)}</span>
                <Unread count={unread(known.id, person.id)} view={view} place={known.id} />
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-labelledby="people-title">
        <h2 id="people-title">{texts.people}</h2>
        <ul>
          {cast.people.map((known) => {
            const own = privateOf(known.id);
            const stays = place.kind === 'group' && place.members.includes(known.id);
            return (
              <li>
                <a
                  class="row"
                  href={link(view, { as: known.id, in: stays ? place.id : (own?.id ?? '') })}
                  aria-current={known.id === person.id ? 'true' : undefined}
                >
                  <Avatar person={known} cast={cast} />
                  <span class="row-name">
                    {known.name}
                    <small>{known.role[locale]}</small>
                  </span>
                  {known.id === person.id || !own ? null : (
                    <Unread count={unread(own.id, known.id)} view={view} place={own.id} />
                  )}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
    </aside>
  );
};

const PanelClose = ({ view }: { view: View }) => (
  <button type="button" class="icon-button panel-close" data-close-panels aria-label={view.texts.close}>
    <Icon name="close" />
  </button>
);

const TopBar = ({ view, person, place, heading }: PageState & { heading: string }) => {
  const { texts, cast } = view;
  const members = cast.people.filter((known) => place.members.includes(known.id));
  return (
    <header class="top">
      <button
        type="button"
        class="icon-button"
        data-open="people-panel"
        aria-expanded="false"
        aria-controls="people-panel"
        aria-label={texts.openPeople}
      >
        <Icon name="menu" />
      </button>
      <div class="top-title">
        <h1>{heading}</h1>
        <p>{place.kind === 'group' ? members.map((known) => known.name).join('、') : texts.privateHint}</p>
      </div>
      <span class="top-me">
        <Avatar person={person} cast={cast} />
        <span>
          {person.name}
          <small>{person.role[view.locale]}</small>
        </span>
      </span>
      <button
        type="button"
        class="icon-button"
        data-open="side-panel"
        aria-expanded="false"
        aria-controls="side-panel"
        aria-label={texts.openClock}
      >
        <Icon name="clock" />
      </button>
    </header>
  );
};

const EmptyState = ({ view, place, suggestions, hidden }: PageState & { hidden: boolean }) => {
  const { texts, title, locale } = view;
  return (
    <section id="empty" hidden={hidden}>
      <BotAvatar />
      <h2>{texts.emptyTitle}</h2>
      <p>{place.kind === 'group' ? texts.emptyGroup(title[locale]) : texts.emptyPrivate(title[locale])}</p>
      <ul class="starters">
        {suggestions.map((line) => (
          <li>
            <button type="button" data-suggest={line}>
              {line}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Composer = ({ view, place, suggestions, heading }: PageState & { heading: string }) => {
  const { texts, title, locale } = view;
  const bot = title[locale];
  return (
    <form id="composer" autocomplete="off">
      <p id="typing" role="status" />
      {suggestions.length > 0 ? (
        <ul class="chips" aria-label={texts.suggestions}>
          {suggestions.map((line) => (
            <li>
              <button type="button" data-suggest={line}>
                {line}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div id="replying" hidden>
        <span>
          {texts.replyingTo} <b id="replying-title" />
        </span>
        <button type="button" class="icon-button" id="cancel-reply" aria-label={texts.cancelReply}>
          <Icon name="close" />
        </button>
      </div>
      <div class="input-row">
        <label class="visually-hidden" for="line">
          {texts.inputLabel(heading)}
        </label>
        <textarea
          id="line"
          rows={1}
          maxlength={4000}
          placeholder={place.kind === 'group' ? texts.placeholderGroup(bot) : texts.placeholder(bot)}
          aria-describedby="keys"
        />
        <button type="submit" class="send" aria-label={texts.send}>
          <Icon name="send" />
        </button>
      </div>
      <p id="keys">{texts.keys}</p>
    </form>
  );
};

const SidePanel = ({ view, clock }: PageState) => {
  const { texts, locale } = view;
  return (
    <aside id="side-panel" class="panel" aria-label={texts.openClock}>
      <PanelClose view={view} />
      {clock ? (
        <section aria-labelledby="clock-title">
          <h2 id="clock-title">{texts.clock}</h2>
          <p class="clock-now">
            <time id="clock-time">--:--</time>
            <span id="clock-day" />
          </p>
          <div class="jumps">
            {clock.jumps.map((jump) => (
              <button type="button" class="button" data-jump={jump.id}>
                {jump.label[locale]}
              </button>
            ))}
          </div>
          <form id="moment">
            <label for="moment-at">{texts.otherTime}</label>
            <div>
              <input id="moment-at" type="datetime-local" required />
              <button type="submit" class="button">
                {texts.go}
              </button>
            </div>
          </form>
          <p id="clock-status" role="status" />
          <p class="hint">{texts.clockHint}</p>
        </section>
      ) : null}
      <Switch title={texts.look} id="look-title">
        {looks.map((look) => (
          <a href={link(view, { look })} aria-current={look === view.look ? 'true' : undefined}>
            {texts.looks[look]}
          </a>
        ))}
      </Switch>
      <Switch title={texts.language} id="language-title">
        {(['zh', 'en'] as const).map((lang) => (
          <a
            href={link(view, { lang })}
            lang={lang === 'zh' ? 'zh-CN' : 'en'}
            aria-current={lang === locale ? 'true' : undefined}
          >
            {lang === 'zh' ? '中文' : 'English'}
          </a>
        ))}
      </Switch>
    </aside>
  );
};

const Switch = ({ title, id, children }: { title: string; id: string; children: Child }) => (
  <nav aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <div class="switch">{children}</div>
  </nav>
);

const ConfirmDialog = ({ view }: PageState) => (
  <dialog id="confirm" aria-labelledby="confirm-title">
    <form method="dialog">
      <h2 id="confirm-title">{view.texts.confirmTitle}</h2>
      <p id="confirm-text" />
      <div class="card-actions">
        <button type="submit" class="button" value="no">
          {view.texts.no}
        </button>
        <button type="submit" class="button danger" value="yes">
          {view.texts.yes}
        </button>
      </div>
    </form>
  </dialog>
);

const paths = {
  menu: 'M4 7h16M4 12h16M4 17h16',
  clock: 'M12 7v5l3.5 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  close: 'M6 6l12 12M18 6 6 18',
  send: 'M12 19V5M5.5 11.5 12 5l6.5 6.5',
} as const;

const Icon = ({ name }: { name: keyof typeof paths }) => (
  <svg class="icon" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
