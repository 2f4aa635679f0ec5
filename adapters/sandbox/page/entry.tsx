import { chartsOf, type Picture } from '../../../kernel/card/card.js';
import { formatDate } from '../../../kernel/time/format-time.js';
import { localDate, localTime } from '../../../kernel/time/zone.js';
import type { ByLanguage, Locale } from '../../../texts/languages.js';
import { NativeCard } from '../draw/card.js';
import { DingtalkCard } from '../draw/dingtalk.js';
import { FormView } from '../draw/form.js';
import { lossLine } from '../draw/loss-line.js';
import type { PageTexts } from '../draw/page-texts.js';
import { SlackCard } from '../draw/slack.js';
import { WecomCard } from '../draw/wecom.js';
import type { ChatLine, Entry, Shown } from '../room/chat-log.js';
import { type Cast, looks, type PageLook, type Previews } from '../room/options.js';
import { Avatar, BotAvatar } from './avatar.js';

/** Who looks at the chat, and how. */
export interface View {
  person: string;
  place: string;
  locale: Locale;
  look: PageLook;
  texts: PageTexts;
  cast: Cast;
  title: ByLanguage;
  zone: string;
  now: Date;
  previews: Previews;
}

/** One message of the chat, as this viewer sees it. */
export const EntryView = ({ entry, view }: { entry: Entry; view: View }) => {
  const { texts, zone, locale } = view;
  const author = view.cast.people.find((person) => person.id === entry.author);
  const mine = entry.author === view.person;
  const name = entry.author === null ? view.title[locale] : (author?.name ?? entry.author);
  const day = localDate(entry.at, zone);
  const time = localTime(entry.at, zone);
  return (
    <article
      class={`entry ${entry.author === null ? 'by-bot' : mine ? 'by-me' : 'by-other'}`}
      id={`entry-${entry.id}`}
      data-id={entry.id}
      data-author={entry.author ?? ''}
      data-day={day}
      data-day-label={formatDate(day, locale, localDate(view.now, zone))}
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
  const { texts, zone, cast } = view;
  const nameOf = (person: string) => cast.people.find((known) => known.id === person)?.name ?? person;
  const mentioned = shown.mention.map((person) => texts.mention(nameOf(person)));
  return (
    <>
      {shown.cause ? <p class="cause">{texts.cause(nameOf(shown.cause.person), shown.cause.label)}</p> : null}
      {mentioned.length > 0 ? <p class="mentions">{mentioned.join(' ')}</p> : null}
      <div class="look" data-look={view.look}>
        <CardLook id={id} shown={shown} look={view.look} view={view} />
      </div>
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
            {looks.map((look) => (
              <option value={look} selected={look === view.look}>
                {texts.looks[look]}
              </option>
            ))}
          </select>
        </label>
        {shown.changedAt ? <span>{texts.changed(localTime(shown.changedAt, zone))}</span> : null}
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
  look: PageLook;
  view: View;
}) => {
  const { texts } = view;
  const charts = chartsOf(shown.card);
  const picture: Picture = (chart) => `/picture?message=${id}&chart=${charts.indexOf(chart)}`;
  if (look === 'native') return <NativeCard card={shown.card} texts={texts} picture={picture} />;
  const bot = view.title[shown.locale];
  const { losses, drawn } = draw(shown, look, view, bot, picture);
  return (
    <>
      {drawn}
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

function draw(
  { card, locale }: Shown,
  look: Exclude<PageLook, 'native'>,
  { previews, texts }: View,
  bot: string,
  picture: Picture,
) {
  if (look === 'slack') {
    const { messages, losses } = previews.slack(card, locale, picture);
    return { losses, drawn: <SlackCard messages={messages} bot={bot} texts={texts} /> };
  }
  if (look === 'wecom') {
    const { messages, losses } = previews.wecom(card, locale);
    return { losses, drawn: <WecomCard messages={messages} bot={bot} texts={texts} /> };
  }
  const { messages, losses } = previews.dingtalk(card, locale);
  return { losses, drawn: <DingtalkCard messages={messages} bot={bot} texts={texts} /> };
}
