import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Files } from '../workspace/files.js';

/** Takes the bytes of a file: raw, or as one part of a form (/messaging/working-with-files). */
export function upload(
  files: Files,
  ticket: string,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  const file = files.takeTicket(ticket);
  const bytes = isForm(request) ? partOf(body, request.headers['content-type'] ?? '') : body;
  if (!file || bytes.length !== file.length) {
    response
      .writeHead(file ? 400 : 404, { 'content-type': 'text/plain' })
      .end(file ? 'length mismatch' : 'not found');
    return;
  }
  file.bytes = bytes;
  response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${bytes.length}`);
}

const isForm = (request: IncomingMessage): boolean =>
  (request.headers['content-type'] ?? '').startsWith('multipart/form-data');

/** The content of the first part of a multipart body. */
function partOf(body: Buffer, contentType: string): Buffer {
  const boundary = /boundary="?([^";]+)"?/u.exec(contentType)?.[1] ?? '';
  const head = body.indexOf('\r\n\r\n');
  const end = body.indexOf(`\r\n--${boundary}`, head);
  return head < 0 || end < 0 ? Buffer.alloc(0) : body.subarray(head + 4, end);
}
