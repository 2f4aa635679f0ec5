import type { WebClient } from '@slack/web-api';
import { persist } from '../api/web.js';

/** Bytes that are not taken by then are given up, in ms. */
const uploadMs = 12_000;

/** The first two steps of https://docs.slack.dev/messaging/working-with-files: the id of a file nobody sees yet. */
export async function uploadBytes(client: WebClient, filename: string, bytes: Uint8Array): Promise<string> {
  const { upload_url: url, file_id: id } = await persist(() =>
    client.files.getUploadURLExternal({ filename, length: bytes.byteLength }),
  );
  if (!url || !id) throw new Error('Slack gave no address for a file');
  const sent = await fetch(url, {
    method: 'POST',
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(uploadMs),
  });
  if (!sent.ok) throw new Error(`HTTP ${sent.status} for a file`);
  return id;
}
