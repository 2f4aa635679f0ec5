import { type JsonObject, objectsIn } from '../json.js';
import { checkAcross } from './across.js';
import { blockOf } from './blocks.js';
import { plainText } from './composition.js';
import { limits } from './limits.js';
import { boolean, list, object, oneOf, type Report, type Rule, string, tagged } from './rule.js';

/** Fields that modals and Home tabs share; these three may be empty (examples of /reference/methods/views.open). */
const shared = {
  private_metadata: string({ min: 0, max: limits.privateMetadata }),
  callback_id: string({ min: 0, max: limits.id }),
  external_id: string({ min: 0, max: limits.id }),
};

/** https://docs.slack.dev/reference/views/modal-views */
const modal: Rule = object({
  required: {
    type: oneOf('modal'),
    title: plainText(limits.viewTitle),
    blocks: list(blockOf('modal'), { min: 0, max: limits.blocks.modal }),
  },
  optional: {
    ...shared,
    close: plainText(limits.viewTitle),
    submit: plainText(limits.viewTitle),
    clear_on_close: boolean,
    notify_on_close: boolean,
  },
  also: (view, at, report) => {
    checkAcross(objectsIn(view.blocks), `${at}/blocks`, report);
    submitForInputs(view, at, report);
  },
});

/** https://docs.slack.dev/reference/views/home-tab-views */
const home: Rule = object({
  required: {
    type: oneOf('home'),
    blocks: list(blockOf('home'), { min: 0, max: limits.blocks.home }),
  },
  optional: shared,
  also: (view, at, report) => checkAcross(objectsIn(view.blocks), `${at}/blocks`, report),
});

export const viewShape: Rule = tagged({ modal, home });

/** slackapi/node-slack-sdk#875 shows the words. */
function submitForInputs(view: JsonObject, at: string, report: Report): void {
  const index = objectsIn(view.blocks).findIndex((block) => block.type === 'input');
  if (index >= 0 && view.submit === undefined)
    report.add(`${at}/blocks/${index}/input`, 'must define `submit` to use `input` block');
}
