import { anyText, blockId, imageElement, mrkdwnText, plainText } from './composition.js';
import { button, element } from './elements.js';
import { limits } from './limits.js';
import { richText } from './rich-text.js';
import { anything, boolean, list, object, oneOf, type Rule, string, tagged } from './rule.js';

const id = { block_id: blockId };

const feedbackButton: Rule = object({
  required: { text: plainText(limits.buttonText), value: string({ max: limits.buttonValue }) },
  optional: { accessibility_label: string({ max: limits.accessibilityLabel }) },
});

/** Blocks that hold other blocks or belong to one surface. */
export function containers(child: Rule): {
  alert: Rule;
  card: Rule;
  carousel: Rule;
  container: Rule;
  contextActions: Rule;
  plan: Rule;
  taskCard: Rule;
} {
  const card: Rule = object({
    required: { type: oneOf('card') },
    optional: {
      ...id,
      hero_image: imageElement,
      icon: imageElement,
      title: mrkdwnText(limits.card.title),
      subtitle: mrkdwnText(limits.card.subtitle),
      body: mrkdwnText(limits.card.body),
      subtext: mrkdwnText(limits.card.subtext),
      actions: list(tagged({ button }), { max: limits.card.actions }),
    },
    also: (block, at, report) => {
      const one = ['hero_image', 'title', 'actions', 'body'];
      if (one.every((field) => block[field] === undefined))
        report.add(at, `must define at least one of ${one.map((field) => `\`${field}\``).join(', ')}`);
    },
  });
  const taskCard: Rule = object({
    required: {
      type: oneOf('task_card'),
      task_id: string(),
      title: string(),
      status: oneOf('pending', 'in_progress', 'complete', 'error'),
    },
    optional: { ...id, details: richText, output: richText, sources: list(anything) },
  });
  return {
    card,
    taskCard,
    alert: object({
      required: { type: oneOf('alert'), text: anyText(limits.alert) },
      optional: { ...id, level: oneOf('default', 'info', 'warning', 'error', 'success') },
    }),
    carousel: object({
      required: {
        type: oneOf('carousel'),
        elements: list(tagged({ card }), { max: limits.card.perCarousel }),
      },
      optional: id,
    }),
    container: object({
      required: { type: oneOf('container'), child_blocks: list(child, { max: limits.container.blocks }) },
      optional: {
        ...id,
        title: plainText(limits.container.title),
        rich_text_title: richText,
        subtitle: anyText(limits.container.title),
        width: oneOf('narrow', 'standard', 'wide', 'full'),
        icon: imageElement,
        is_collapsible: boolean,
        default_collapsed: boolean,
        has_header_divider: boolean,
      },
      also: ({ title, rich_text_title }, at, report) => {
        if (title === undefined && rich_text_title === undefined)
          report.add(at, 'must define either `title` or `rich_text_title`');
      },
    }),
    contextActions: object({
      required: {
        type: oneOf('context_actions'),
        elements: list(
          tagged({
            feedback_buttons: element('feedback_buttons', {
              required: { positive_button: feedbackButton, negative_button: feedbackButton },
            }),
            icon_button: element('icon_button', {
              required: { icon: string(), text: plainText(limits.buttonText) },
              optional: { value: string({ max: limits.buttonValue }), visible_to_user_ids: list(string()) },
            }),
          }),
          { max: limits.contextActions },
        ),
      },
      optional: id,
    }),
    plan: object({
      required: { type: oneOf('plan'), title: string() },
      optional: { ...id, tasks: list(taskCard) },
    }),
  };
}
