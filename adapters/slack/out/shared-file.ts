import { setTimeout as wait } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { failureOf, persist } from '../api/web.js';
import { uploadBytes } from './upload.js';

/** Slack takes some seconds to show a file, and has also answered well and never shown it. */
const patienceMs = 12_000;
const lookAgainMs = 300;

/**
 * Shows a file in a conversation. Sharing it is asked for once: where the answer was lost, Slack is asked whether the file
 * stands there, so that it does not stand there twice.
 */
export async function shareFile(
  client: WebClient,
  channel: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const id = await uploadBytes(client, name, bytes);
  let lost: unknown;
  try {
    await client.files.completeUploadExternal({ files: [{ id, title: name }], channel_id: channel });
  } catch (error) {
    if (failureOf(error).final) throw error;
    lost = error;
  }
  for (let waited = 0; waited < patienceMs; waited += lookAgainMs) {
    const found = await persist(() => client.files.info({ file: id })).catch((error) => {
      if (lost && failureOf(error).final) throw lost;
      throw error;
    });
    if (found.file?.ims?.includes(channel)) return;
    await wait(lookAgainMs, undefined, { ref: false });
  }
  throw lost ?? new Error('Slack did not show a file in time');
}
