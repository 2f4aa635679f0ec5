import { limits } from './limits.js';
import { boolean, list, matching, object, oneOf, type Rule, string, tagged } from './rule.js';

const type = (name: string): Rule => oneOf(name);

const plainShape = (max: number): Rule =>
  object({ required: { type: type('plain_text'), text: string({ max }) }, optional: { emoji: boolean } });

const mrkdwnShape = (max: number): Rule =>
  object({ required: { type: type('mrkdwn'), text: string({ max }) }, optional: { verbatim: boolean } });

/** https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export const plainText = (max: number = limits.text): Rule =>
  matching(tagged({ plain_text: plainShape(max) }));

export const mrkdwnText = (max: number = limits.text): Rule => matching(tagged({ mrkdwn: mrkdwnShape(max) }));

export const anyText = (max: number = limits.text): Rule =>
  matching(tagged({ plain_text: plainShape(max), mrkdwn: mrkdwnShape(max) }));

/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export const confirmDialog: Rule = object({
  required: {
    title: plainText(limits.confirm.title),
    text: anyText(limits.confirm.text),
    confirm: plainText(limits.confirm.button),
    deny: plainText(limits.confirm.button),
  },
  optional: { style: oneOf('primary', 'danger') },
});

interface OptionKind {
  /** Radio buttons and checkboxes take mrkdwn. */
  mrkdwn?: boolean;
  /** Only overflow menus take addresses. */
  url?: boolean;
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const option = ({ mrkdwn = false, url = false }: OptionKind = {}): Rule =>
  object({
    required: {
      text: mrkdwn ? anyText(limits.optionText) : plainText(limits.optionText),
      value: string({ max: limits.optionValue }),
    },
    optional: {
      description: mrkdwn ? anyText(limits.optionDescription) : plainText(limits.optionDescription),
      ...(url ? { url: string({ max: limits.url }) } : {}),
    },
  });

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-group-object */
export const optionGroup: Rule = object({
  required: { label: plainText(limits.groupLabel), options: list(option(), { max: limits.options }) },
});

/** https://docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object */
export const dispatchConfig: Rule = object({
  required: {
    trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { max: 2 }),
  },
});

/** https://docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object */
export const conversationFilter: Rule = object({
  optional: {
    include: list(oneOf('im', 'mpim', 'private', 'public'), { max: 4 }),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
  also: (filter, at, report) => {
    if (Object.keys(filter).length === 0) report.add(at, 'must define at least one filter');
  },
});

const slackFile: Rule = object({
  optional: { id: string(), url: string() },
  also: (file, at, report) => {
    const { id, url } = file;
    const named = [id, url].filter((one) => one !== undefined).length;
    if (named !== 1) report.add(at, 'must define exactly one of `id`, `url`');
    else if (
      !report.around.isImage({ ...(id ? { id: String(id) } : {}), ...(url ? { url: String(url) } : {}) })
    )
      report.add(at, 'invalid slack file');
  },
});

const webAddress = { pattern: /^https?:\/\/\S+$/u, name: 'URL' };

/** Where an image comes from: an address or a processed file, not both (slack.md, section 5). */
export const imageSource: Record<string, Rule> = {
  image_url: string({ max: limits.url }, webAddress),
  slack_file: slackFile,
};

/** https://docs.slack.dev/reference/block-kit/block-elements/image-element */
export const imageElement: Rule = object({
  required: { type: type('image'), alt_text: string({ max: limits.altText }) },
  optional: imageSource,
  also: (image, at, report) => {
    const sources = Object.keys(imageSource).filter((source) => image[source] !== undefined);
    if (sources.length !== 1) report.add(at, 'must define exactly one of `image_url`, `slack_file`');
  },
});

export const blockId: Rule = string({ max: limits.id });
export const actionId: Rule = string({ max: limits.id });
