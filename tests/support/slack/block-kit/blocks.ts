import { dataVisualization } from './charts.js';
import { anyText, blockId, imageElement, imageSource, plainText } from './composition.js';
import { button, multiSelects, overflow, pickers, singleSelects, workflowButton } from './elements.js';
import { modalInputs, typedInputs } from './inputs.js';
import { containers } from './layouts.js';
import { limits } from './limits.js';
import { richText } from './rich-text.js';
import {
  boolean,
  type Fields,
  list,
  object,
  oneOf,
  type Rule,
  type Surface,
  string,
  tagged,
} from './rule.js';
import { dataTable, table } from './tables.js';

const block = (name: string, { required, optional, also }: Fields): Rule =>
  object({
    required: { type: oneOf(name), ...required },
    optional: { block_id: blockId, ...optional },
    ...(also ? { also } : {}),
  });

const accessories = tagged({
  button,
  image: imageElement,
  overflow,
  workflow_button: workflowButton,
  ...singleSelects,
  ...multiSelects,
  ...pickers,
});

/** Multi-selects are in the types but refused here (slackapi/python-slack-sdk#1631; slack.md, section 6). */
const actionElements = tagged({
  button,
  overflow,
  workflow_button: workflowButton,
  ...singleSelects,
  ...pickers,
});

const inputElements = { ...typedInputs, ...singleSelects, ...multiSelects, ...pickers };

const input = (elements: Record<string, Rule>): Rule =>
  block('input', {
    required: { label: plainText(limits.label), element: tagged(elements) },
    optional: { hint: plainText(limits.hint), optional: boolean, dispatch_action: boolean },
  });

/** Blocks that every surface shows. https://docs.slack.dev/reference/block-kit/blocks */
const everywhere: Record<string, Rule> = {
  section: block('section', {
    optional: {
      text: anyText(limits.text),
      fields: list(anyText(limits.fieldText), { max: limits.fields }),
      accessory: accessories,
      expand: boolean,
    },
    also: ({ text, fields }, at, report) => {
      if (text === undefined && fields === undefined) report.add(at, 'must define either `text` or `fields`');
    },
  }),
  header: block('header', { required: { text: plainText(limits.header) } }),
  divider: block('divider', {}),
  context: block('context', {
    required: {
      elements: list(
        (value, at, report) => {
          const isImage = (value as { type?: unknown } | null)?.type === 'image';
          (isImage ? imageElement : anyText())(value, at, report);
        },
        { max: limits.contextElements },
      ),
    },
  }),
  actions: block('actions', {
    required: { elements: list(actionElements, { max: limits.actionsElements }) },
  }),
  image: block('image', {
    required: { alt_text: string({ max: limits.altText }) },
    optional: { ...imageSource, title: plainText(limits.imageTitle) },
    also: ({ image_url, slack_file }, at, report) => {
      if ((image_url === undefined) === (slack_file === undefined))
        report.add(at, 'must define exactly one of `image_url`, `slack_file`');
    },
  }),
  input: input(inputElements),
  rich_text: richText,
  video: block('video', {
    required: {
      alt_text: string(),
      title: plainText(limits.video.title),
      thumbnail_url: string(),
      video_url: string(),
    },
    optional: {
      author_name: string({ max: limits.video.author }),
      description: plainText(),
      provider_icon_url: string(),
      provider_name: string(),
      title_url: string(),
    },
  }),
};

const { alert, card, carousel, container, contextActions, plan, taskCard } = containers(tagged(everywhere));

const markdown = block('markdown', { required: { text: string({ max: limits.markdown }) } });

/** Which blocks a surface takes (slack.md, section 6). */
const blocksOf: Record<Surface, Record<string, Rule>> = {
  message: {
    ...everywhere,
    card,
    carousel,
    container,
    context_actions: contextActions,
    data_table: dataTable,
    data_visualization: dataVisualization,
    markdown,
    plan,
    table,
    task_card: taskCard,
  },
  modal: { ...everywhere, alert, input: input({ ...inputElements, ...modalInputs }) },
  home: { ...everywhere, card, carousel, container, data_visualization: dataVisualization },
};

export const blockOf = (surface: Surface): Rule => tagged(blocksOf[surface]);
