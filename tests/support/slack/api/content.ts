import { tablesIn } from '../block-kit/across.js';
import { limits } from '../block-kit/limits.js';
import { charactersIn } from '../block-kit/size.js';
import { blockProblems } from '../block-kit/validate.js';
import { isObject, type Json, type JsonObject, objectsIn, stringOf } from '../json.js';
import { withIds } from '../workspace/echo.js';
import type { Content } from '../workspace/message.js';
import { type Args, malformed } from './args.js';
import { type Api, around } from './method.js';
import { invalidBlocks, Refusal } from './refusal.js';

/** Text, blocks, attachments and metadata of a message, checked as chat.postMessage and its sisters do. */
export function contentOf(args: Args, api: Api): Content & { warnings: string[] } {
  const blocks = blocksOf(args, api);
  const attachments = attachmentsOf(args, api);
  const markdown = args.text('markdown_text');
  if (markdown && (args.has('text') || args.has('blocks'))) throw new Refusal('markdown_text_conflict');
  if (markdown.length > limits.markdown) throw new Refusal('msg_too_long');
  // Longer text is cut (slack.md, section 3).
  const text = args.text('text').slice(0, limits.topText);
  const shown = markdown ? [{ type: 'markdown', text: markdown }] : blocks;
  if (!text && shown.length === 0 && attachments.length === 0) throw new Refusal('no_text');
  if (tablesIn(blocks) + attachments.reduce((sum, one) => sum + tablesIn(objectsIn(one.blocks)), 0) > 1)
    throw new Refusal('invalid_attachments', {
      errors: ['only_one_table_allowed'],
      response_metadata: { messages: ['[ERROR] only_one_table_allowed'] },
    });
  if (charactersIn(shown) > limits.messageText) throw new Refusal('msg_blocks_too_long');
  return { text, blocks: withIds(shown), attachments, ...metadataOf(args) };
}

function blocksOf(args: Args, api: Api): JsonObject[] {
  const blocks = args.json('blocks');
  if (blocks === undefined) return [];
  if (blocks === malformed || !Array.isArray(blocks)) throw new Refusal('invalid_blocks_format');
  const problems = blockProblems(blocks, { ...around(api), surface: 'message' });
  if (problems.length > 0) throw invalidBlocks(problems);
  return objectsIn(blocks);
}

/** Next to blocks an attachment may only say these (slackapi/node-slack-sdk#1112). */
const besideBlocks = new Set(['blocks', 'color', 'fallback']);

function attachmentsOf(args: Args, api: Api): JsonObject[] {
  const attachments = args.json('attachments');
  if (attachments === undefined) return [];
  if (attachments === malformed || !Array.isArray(attachments)) throw new Refusal('invalid_attachments');
  if (attachments.length > limits.attachments) throw new Refusal('too_many_attachments');
  return attachments.map((one, index) => attachmentOf(one, index, api));
}

function attachmentOf(value: Json, index: number, api: Api): JsonObject {
  if (!isObject(value)) throw new Refusal('invalid_attachments');
  if (value.blocks === undefined) return value;
  const at = `/attachments/${index}/blocks`;
  const problems = blockProblems(value.blocks, { ...around(api), surface: 'message' }, at);
  const odd = Object.keys(value).filter((field) => !besideBlocks.has(field));
  problems.push(
    ...odd.map((field) => ({
      message: `invalid additional property: ${field}`,
      pointer: `/attachments/${index}`,
    })),
  );
  if (problems.length > 0) throw invalidBlocks(problems, 'invalid_attachments');
  return { ...value, blocks: withIds(objectsIn(value.blocks)) };
}

/** Metadata that is wrong is left out with a warning (slack.md, section 10). */
function metadataOf(args: Args): { metadata?: JsonObject; warnings: string[] } {
  const metadata = args.json('metadata');
  if (metadata === undefined) return { warnings: [] };
  const isValid =
    metadata !== malformed &&
    isObject(metadata) &&
    /^[\w.-]+$/u.test(stringOf(metadata.event_type)) &&
    isObject(metadata.event_payload);
  return isValid ? { metadata, warnings: [] } : { warnings: ['invalid_metadata_format'] };
}

/** The warnings of an answer, as slack.com adds them. */
export const warned = (answer: JsonObject, warnings: string[]): JsonObject =>
  warnings.length === 0
    ? answer
    : { ...answer, warning: warnings.join(','), response_metadata: { warnings } };
