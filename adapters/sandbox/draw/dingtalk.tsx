import { z } from 'zod';
import { webUrl } from '../../../kernel/render/web-url.js';
import { Markdown, sentLine } from './markdown.js';
import { drawMarks } from './marks.js';
import type { PageTexts } from './page-texts.js';

/** What the preview reads of a DingTalk message. */
export type DingtalkPreview =
  | { type: 'card'; variables: { title: string; markdown: string; tips: string; sys_full_json_obj: string } }
  | { type: 'markdown'; title: string; text: string }
  | { type: 'action_card'; title: string; text: string; buttons: { title: string; url: string }[] }
  | { type: 'text'; content: string };

const buttonsSchema = z.object({
  msgButtons: z.array(
    z.object({
      text: z.string(),
      color: z.enum(['blue', 'gray', 'red']),
      url: z.string().optional(),
      params: z.object({ call: z.string() }).optional(),
    }),
  ),
});

/** The messages as a DingTalk chat shows them. */
export const DingtalkCard = (of: { messages: DingtalkPreview[]; bot: string; texts: PageTexts }) => (
  <section class="frame dingtalk" aria-label={of.texts.looks.dingtalk}>
    {of.messages.map((message) => (
      <div class="dingtalk-card">
        <MessageView message={message} bot={of.bot} />
      </div>
    ))}
  </section>
);

const MessageView = ({ message, bot }: { message: DingtalkPreview; bot: string }) => {
  switch (message.type) {
    case 'text':
      return <p class="dingtalk-text">{message.content}</p>;
    case 'markdown':
      return <Markdown text={message.text} />;
    case 'action_card':
      return (
        <>
          <Markdown text={message.text} />
          <div class="dingtalk-buttons stacked">
            {message.buttons.map((button) => (
              <LinkButton text={button.title} colour="blue" url={button.url} />
            ))}
          </div>
        </>
      );
    case 'card': {
      const { title, markdown, tips, sys_full_json_obj } = message.variables;
      const buttons = buttonsOf(sys_full_json_obj);
      return (
        <>
          <p class="dingtalk-logo">{bot}</p>
          <p class="dingtalk-title">{drawMarks(title)}</p>
          <Markdown text={markdown} />
          {tips ? <p class="dingtalk-tips">{tips}</p> : null}
          {buttons.length > 0 ? (
            <div class="dingtalk-buttons">
              {buttons.map((button) =>
                button.params ? (
                  <button type="button" class={`button ${button.color}`} data-call={button.params.call}>
                    {button.text}
                  </button>
                ) : (
                  <LinkButton text={button.text} colour={button.color} url={button.url ?? ''} />
                ),
              )}
            </div>
          ) : null}
        </>
      );
    }
  }
};

const LinkButton = ({ text, colour, url }: { text: string; colour: string; url: string }) => {
  const line = sentLine(url);
  if (line !== null) {
    return (
      <button type="button" class={`button ${colour}`} data-say={line}>
        {text}
      </button>
    );
  }
  const address = webUrl(url);
  if (!address) return <span class={`button ${colour}`}>{text}</span>;
  return (
    <a class={`button ${colour}`} href={address} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
};

function buttonsOf(json: string) {
  try {
    return buttonsSchema.parse(JSON.parse(json)).msgButtons;
  } catch {
    return [];
  }
}
