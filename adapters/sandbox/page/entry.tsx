import { chartsOf, type Picture } from '../../../kernel/card/card.js';
import { formatDate, formatTimeOf } from '../../../kernel/time/format-time.js';
import { localDate } from '../../../kernel/time/zone.js';
import type { ByLanguage, Locale } from '../../../texts/languages.js';
import { FileLinks, NativeCard } from '../draw/card.js';
import { FormView } from '../draw/form.js';
import { lossLine } from '../draw/loss-line.js';
import type { PageTexts } from '../draw/page-texts.js';
import { PreviewCard } from '../draw/preview.js';
import type { ChatLine, Entry, Shown } from '../room/chat-log.js';
import { type Cast, nativeLook, type PlatformLook } from '../room/options.js';
import { Avatar, BotAvatar } from './avatar.js';

/** Who looks at the chat, and how. */
export interface View {
  person: string;
  place: string;
  locale: Locale;
  /** Id of the look that the page has. */
  look: string;
  texts: PageTexts;
  cast: Cast;
  title: ByLanguage;
  zone: string;
  now: Date;
  looks: readonly PlatformLook[];
}

/** One message of the chat, as this viewer sees it. */
export const EntryView = ({ entry, view }: { entry: Entry; view: View }) => {
  const { texts, zone, locale } = view;
  const author = view.cast.people.find((person) => person.id === entry.author);
  const mine = entry.author === view.person;
  const name = entry.author === null ? view.title[locale] : (author?.name ?? entry.author);
  const day = localDate(entry.at, zone);
  const time = formatTimeOf(entry.at, { zone, locale });
  return (
    <article
      class={`entry ${entry.author === null ? 'by-bot' : mine ? 'by-me' : 'by-other'}`}
      id={`entry-${entry.id}`}
      data-id={entry.id}
      data-author={entry.author ?? ''}
      data-day={day}
      data-day-label={formatDate(day, { zone, locale }, localDate(view.now, zone))}
      aria-label={`${mine ? texts.you : name} ${time}`}
    >
      {author ? <Avatar person={author} cast={view.cast} /> : <BotAvatar />}
      <div class="entry-main">
        <header class="entry-head">
          <b>{name}</b>
          <time datetime={entry.at.toISOString()}>{time}</time>
          {entry.to === null ? null : <span class="tag">{texts.quiet}</span>}
        </header>
        {entry.body.kind === 'said' ? (
          <SaidView said={entry.body} texts={texts} />
        ) : (
          <ShownView shown={entry.body} id={entry.id} view={view} />
        )}
      </div>
    </article>
  );
};

const SaidView = ({ said, texts }: { said: ChatLine; texts: PageTexts }) => (
  <>
    <div class="bubble">
      {said.replyTo === null ? null : <span class="bubble-quote">{said.replyTo}</span>}
      <span class="bubble-text">{said.text}</span>
    </div>
    <footer class="entry-foot">
      <button type="button" class="quiet-button" data-reply={said.text}>
        {texts.reply}
      </button>
    </footer>
  </>
);

const ShownView = ({ shown, id, view }: { shown: Shown; id: string; view: View }) => {
  const { texts, zone, locale, cast } = view;
  const nameOf = (person: string) => cast.people.find((known) => known.id === person)?.name ?? person;
  const mentioned = shown.mention.map((person) => texts.mention(nameOf(person)));
  return (
    <>
      {shown.cause ? <p class="cause">{texts.cause(nameOf(shown.cause.person), shown.cause.label)}</p> : null}
      {mentioned.length > 0 ? <p class="mentions">{mentioned.join(' ')}</p> : null}
      <div class="look" data-look={view.look}>
        <CardLook id={id} shown={shown} look={view.look} view={view} />
      </div>
      {shown.card.files ? (
        <FileLinks
          files={shown.card.files}
          addressOf={(at) =>
            `/file?${new URLSearchParams({ as: view.person, in: view.place, message: id, file: String(at) })}`
          }
          texts={texts}
        />
      ) : null}
      {shown.form?.person === view.person ? (
        <FormView form={shown.form.form} id={id} under={shown.card.title} texts={texts} />
      ) : null}
      <footer class="entry-foot">
        <button type="button" class="quiet-button" data-reply={shown.card.title}>
          {texts.reply}
        </button>
        <label class="look-of">
          <span class="visually-hidden">{texts.lookOf}</span>
          <select class="quiet-button" data-look-of={id}>
            {looksOf(view).map((look) => (
              <option value={look.id} selected={look.id === view.look}>
                {look.title}
              </option>
            ))}
          </select>
        </label>
        {shown.changedAt ? (
          <span>{texts.changed(formatTimeOf(shown.changedAt, { zone, locale }))}</span>
        ) : null}
      </footer>
    </>
  );
};

/** The card alone, in one look; the others carry the list of what the platform made differ. */
export const CardLook = ({
  id,
  shown,
  look,
  view,
}: {
  /** Of the message that shows it. */
  id: string;
  shown: Shown;
  /** Id of the look that the page has. */
  look: string;
  view: View;
}) => {
  const { texts } = view;
  const charts = chartsOf(shown.card);
  const picture: Picture = (chart) => `/picture?message=${id}&chart=${charts.indexOf(chart)}`;
  const other = view.looks.find((one) => one.id === look);
  if (!other) return <NativeCard card={shown.card} texts={texts} picture={picture} />;
  const { messages, losses } = other.draw(shown.card, shown.locale, picture);
  return (
    <>
      <PreviewCard
        messages={messages}
        platform={other.id}
        title={other.title[view.locale]}
        bot={view.title[shown.locale]}
        texts={texts}
      />
      <details class="losses" open>
        <summary>{losses.length > 0 ? `${texts.losses} · ${losses.length}` : texts.noLosses}</summary>
        {losses.length > 0 ? (
          <ul>
            {losses.map((loss) => (
              <li>{lossLine(loss, view.locale)}</li>
            ))}
          </ul>
        ) : null}
      </details>
    </>
  );
};

/** Every look there is, the page's own first. */
export const looksOf = ({ looks, texts, locale }: View): { id: string; title: string }[] => [
  { id: nativeLook, title: texts.nativeLook },
  ...looks.map(({ id, title }) => ({ id, title: title[locale] })),
];
