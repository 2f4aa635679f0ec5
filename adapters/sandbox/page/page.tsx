import { writesDayFirst } from '../../../kernel/time/zone.js';
import { formatsIn } from '../../../texts/languages.js';
import type { Entry } from '../room/chat-log.js';
import type { GuideState } from '../room/options.js';
import { Avatar, BotAvatar } from './avatar.js';
import { EntryView } from './entry.js';
import { GuideView } from './guide.js';
import { Icon } from './icon.js';
import { type PanelState, PeoplePanel, placeName, SidePanel } from './panels.js';

export interface PageState extends PanelState {
  entries: Entry[];
  suggestions: string[];
  token: string;
  guide: GuideState | undefined;
  /** The address names a chat that is not there for this person. */
  isElsewhere: boolean;
  /** Where the stream of changes is taken up. */
  after: string;
}

export const Page = (state: PageState) => {
  const { view, place, token } = state;
  const { texts, locale } = view;
  const heading = placeName(place, view);
  return (
    <html lang={formatsIn(locale).tag}>
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
          '/assets/side-panel.css',
          '/assets/guide.css',
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
            {state.isElsewhere ? (
              <p id="elsewhere" role="status">
                {texts.elsewhere(heading)}
              </p>
            ) : null}
            <GuideView
              guide={state.guide}
              view={view}
              group={view.cast.places.find(
                (known) => known.kind === 'group' && known.members.includes(state.person.id),
              )}
              line={state.suggestions[0]}
            />
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
function scriptState({ view, after, clock }: PageState, heading: string) {
  const { texts } = view;
  return {
    as: view.person,
    in: view.place,
    lang: view.locale,
    look: view.look,
    after,
    heading,
    zone: view.zone,
    // How the clock is written: as chats are, by the place of the zone.
    clockTag: formatsIn(view.locale).clockTag(writesDayFirst(view.zone)),
    now: clock ? view.now.getTime() : null,
    texts: {
      you: texts.you,
      sending: texts.sending,
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
        <p>
          {place.kind === 'group'
            ? formatsIn(view.locale).list(members.map((known) => known.name))
            : texts.privateHint}
        </p>
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
