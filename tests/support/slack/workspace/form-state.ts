import { elementsIn } from '../block-kit/across.js';
import { type Json, type JsonObject, objectsIn, stringOf } from '../json.js';

/** Under which field an element keeps its value, where its first value comes from, and what it is when empty. */
interface Holder {
  field: string;
  initial: string;
  empty: Json;
}

const one = (field: string, initial: string): Holder => ({ field, initial, empty: null });
const many = (field: string, initial: string): Holder => ({ field, initial, empty: [] });

/** Fields of `state.values` (bolt/dist/types/view/index.d.ts, slack.md section 2). Buttons keep nothing. */
export const holders: Record<string, Holder> = {
  plain_text_input: one('value', 'initial_value'),
  number_input: one('value', 'initial_value'),
  email_text_input: one('value', 'initial_value'),
  url_text_input: one('value', 'initial_value'),
  rich_text_input: one('rich_text_value', 'initial_value'),
  file_input: many('files', 'initial_files'),
  static_select: one('selected_option', 'initial_option'),
  external_select: one('selected_option', 'initial_option'),
  radio_buttons: one('selected_option', 'initial_option'),
  users_select: one('selected_user', 'initial_user'),
  conversations_select: one('selected_conversation', 'initial_conversation'),
  channels_select: one('selected_channel', 'initial_channel'),
  checkboxes: many('selected_options', 'initial_options'),
  multi_static_select: many('selected_options', 'initial_options'),
  multi_external_select: many('selected_options', 'initial_options'),
  multi_users_select: many('selected_users', 'initial_users'),
  multi_conversations_select: many('selected_conversations', 'initial_conversations'),
  multi_channels_select: many('selected_channels', 'initial_channels'),
  datepicker: one('selected_date', 'initial_date'),
  timepicker: one('selected_time', 'initial_time'),
  datetimepicker: one('selected_date_time', 'initial_date_time'),
};

/** What somebody has filled in so far, by block_id and action_id. */
export class FormState {
  private readonly filled = new Map<string, { type: string; value: Json }>();

  set(blockId: string, element: JsonObject, value: Json): void {
    this.filled.set(key(blockId, stringOf(element.action_id)), { type: stringOf(element.type), value });
  }

  get(blockId: string, element: JsonObject): Json {
    const kept = this.filled.get(key(blockId, stringOf(element.action_id)));
    const holder = holders[stringOf(element.type)];
    if (kept && kept.type === element.type) return kept.value;
    return (holder && element[holder.initial]) ?? holder?.empty ?? null;
  }

  /** The `state` of a payload. */
  values(blocks: JsonObject[]): JsonObject {
    const values: JsonObject = {};
    for (const block of blocks) {
      const held = elementsIn(block).filter((element) => holders[stringOf(element.type)]);
      if (held.length === 0) continue;
      const blockId = stringOf(block.block_id);
      values[blockId] = Object.fromEntries(
        held.map((element) => [stringOf(element.action_id), this.value(blockId, element)]),
      );
    }
    return { values };
  }

  /** A value survives an update where block_id, action_id and type stay (slack.md, section 4). */
  keepOnly(blocks: JsonObject[]): void {
    const there = new Map(
      objectsIn(blocks).flatMap((block) =>
        elementsIn(block).map(
          (element) => [key(stringOf(block.block_id), stringOf(element.action_id)), element.type] as const,
        ),
      ),
    );
    for (const [id, { type }] of this.filled) if (there.get(id) !== type) this.filled.delete(id);
  }

  private value(blockId: string, element: JsonObject): JsonObject {
    const type = stringOf(element.type);
    const field = holders[type]?.field ?? 'value';
    return { type, [field]: this.get(blockId, element) };
  }
}

const key = (blockId: string, actionId: string): string => JSON.stringify([blockId, actionId]);
