import { elementsIn } from '../block-kit/across.js';
import { type JsonObject, objectOf, objectsIn, stringOf } from '../json.js';
import type { NameOf } from '../text/mrkdwn.js';
import { labelOf, readText } from '../text/read-elements.js';
import type { Drawing } from '../workspace/message.js';

/** Something that can be tapped or filled, and where it stands. */
export interface Control {
  block: JsonObject;
  blockId: string;
  element: JsonObject;
  /** Which attachment it is in, from 1 on. */
  attachmentId: number | undefined;
}

export function controlsIn(blocks: JsonObject[], attachmentId?: number): Control[] {
  return blocks.flatMap((block) =>
    elementsIn(block).map((element) => ({
      block,
      blockId: stringOf(block.block_id),
      element,
      attachmentId,
    })),
  );
}

export const controlsOn = ({ blocks, attachments }: Drawing): Control[] => [
  ...controlsIn(blocks),
  ...attachments.flatMap((one, index) => controlsIn(objectsIn(one.blocks), index + 1)),
];

/** What a control is called: by people, and by the app. */
function namesOf({ block, element }: Control, nameOf: NameOf): { words: string; ids: string[] } {
  const label = block.type === 'input' ? readText(objectOf(block.label), nameOf) : labelOf(element, nameOf);
  return { words: label, ids: [stringOf(element.action_id), stringOf(block.block_id)] };
}

/** The one with that label; else with that id; else whose label holds the words. */
export function findControl(controls: Control[], label: string, nameOf: NameOf, where: string): Control {
  const named = controls.map((control) => ({ control, ...namesOf(control, nameOf) }));
  const found =
    named.find(({ words }) => words === label) ??
    named.find(({ ids }) => ids.includes(label)) ??
    named.find(({ words }) => words.includes(label));
  if (!found) throw new Error(`nothing called "${label}" on:\n${where}`);
  return found.control;
}

export const isTappable = ({ element }: Control): boolean =>
  ['button', 'icon_button', 'workflow_button'].includes(stringOf(element.type));

export const isInput = ({ block }: Control): boolean => block.type === 'input';
