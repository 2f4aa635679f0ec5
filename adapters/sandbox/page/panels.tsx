import type { Child } from 'hono/jsx';
import { formatsIn, locales } from '../../../texts/languages.js';
import type { SandboxClock, SandboxPerson, SandboxPlace } from '../room/options.js';
import { Avatar, BotAvatar } from './avatar.js';
import { looksOf, type View } from './entry.js';
import { Icon } from './icon.js';
import { pageAddress } from './page-address.js';

export interface PanelState {
  view: View;
  person: SandboxPerson;
  place: SandboxPlace;
  clock: SandboxClock | undefined;
  unread(place: string, person: string): number;
}

export const placeName = (place: SandboxPlace, { texts, title, locale }: View): string =>
  place.kind === 'private' ? texts.privateWith(title[locale]) : place.name;

const Unread = ({ count, view, place }: { count: number; view: View; place?: string }) => (
  <span class="unread" data-unread-place={place} hidden={count === 0}>
    <span aria-hidden="true">{count}</span>
    <span class="visually-hidden">{view.texts.unread(count)}</span>
  </span>
);

/** Where the person is, and who the visitor may be. */
export const PeoplePanel = ({ view, person, place, unread }: PanelState) => {
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
                href={pageAddress(view, { in: known.id })}
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
                  href={pageAddress(view, { as: known.id, in: stays ? place.id : (own?.id ?? '') })}
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

/** Clock, platform look, language. */
export const SidePanel = ({ view, clock }: PanelState) => {
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
        {looksOf(view).map(({ id, title }) => (
          <a href={pageAddress(view, { look: id })} aria-current={id === view.look ? 'true' : undefined}>
            {title}
          </a>
        ))}
      </Switch>
      <Switch title={texts.language} id="language-title">
        {locales.map((lang) => (
          <a
            href={pageAddress(view, { lang })}
            lang={formatsIn(lang).tag}
            aria-current={lang === locale ? 'true' : undefined}
          >
            {formatsIn(lang).ownName}
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
