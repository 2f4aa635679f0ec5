import { randomHex } from '../../ids.js';
import { type Json, objectsIn, stringOf } from '../../json.js';
import { fileObject } from '../../payloads/objects.js';
import type { Channel } from '../../workspace/channel.js';
import { SlackFile } from '../../workspace/files.js';
import { type Args, malformed } from '../args.js';
import { visibleChannel } from '../channels.js';
import { type Api, type Method, tiers } from '../method.js';
import { invalidArguments, Refusal } from '../refusal.js';

const altTextLimit = 1_000;

/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
const getUploadUrl: Method = {
  token: 'bot',
  scopes: ['files:write'],
  takesJson: false,
  required: ['filename', 'length'],
  perMinute: tiers.t4,
  run: (args, api) => {
    const { workspace } = api;
    const length = args.number('length', 0);
    if (length < 1) throw invalidArguments('must be greater than 0 [json-pointer:/length]');
    const altText = args.text('alt_txt');
    if (altText.length > altTextLimit) throw new Refusal('alt_txt_too_large');
    const file = new SlackFile(
      workspace.ids.next('F'),
      args.text('filename'),
      length,
      altText,
      workspace.bot,
      workspace.clock.now(),
      api.base(),
    );
    const ticket = randomHex(24);
    workspace.files.add(file, ticket);
    return { ok: true, upload_url: `${api.base()}/upload/v1/${ticket}`, file_id: file.id };
  },
};

/** https://docs.slack.dev/reference/methods/files.completeUploadExternal ; processing goes on afterwards. */
const completeUpload: Method = {
  token: 'bot',
  scopes: ['files:write'],
  takesJson: true,
  required: ['files'],
  perMinute: tiers.t4,
  run: (args, api) => {
    const { workspace } = api;
    const list = args.json('files');
    if (list === malformed || !Array.isArray(list) || list.length === 0)
      throw invalidArguments('must provide an array [json-pointer:/files]');
    const channel = args.has('channel_id') ? channelToShareIn(args, api) : undefined;
    const files = objectsIn(list).map((one) => uploaded(one.id, one.title, api));
    for (const file of files)
      workspace.files.complete(file, () => {
        if (channel && files.every((each) => each.isProcessed)) share(files, channel, args, api);
      });
    return { ok: true, files: files.map((file) => fileObject(file)) };
  },
};

function uploaded(id: Json | undefined, title: Json | undefined, { workspace }: Api): SlackFile {
  const file = workspace.files.get(stringOf(id));
  if (!file?.bytes) throw new Refusal('file_not_found');
  if (stringOf(title)) file.title = stringOf(title);
  return file;
}

/** A conversation id, never a person's (slack.md, section 5). */
function channelToShareIn(args: Args, api: Api): Channel {
  const channel = visibleChannel(args.text('channel_id'), api);
  if (!channel.has(api.workspace.bot)) throw new Refusal('not_in_channel');
  return channel;
}

function share(files: SlackFile[], channel: Channel, args: Args, { workspace }: Api): void {
  const message = channel.post({
    text: args.text('initial_comment'),
    blocks: [],
    attachments: [],
    author: workspace.bot,
    bot: workspace.app,
    threadTs: args.text('thread_ts') || undefined,
    files,
  });
  for (const file of files) file.sharedIn.push({ channelId: channel.id, ts: message.ts });
}

/** https://docs.slack.dev/reference/methods/files.info */
const info: Method = {
  token: 'bot',
  scopes: ['files:read'],
  takesJson: false,
  required: ['file'],
  perMinute: tiers.t4,
  run: (args, { workspace }) => {
    const file = workspace.files.get(args.text('file'));
    if (!file?.completed) throw new Refusal('file_not_found');
    return { ok: true, file: fileObject(file), comments: [], response_metadata: { next_cursor: '' } };
  },
};

export const fileMethods: Record<string, Method> = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
  'files.info': info,
};
