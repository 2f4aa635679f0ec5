import { createCipheriv, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../../kernel/time/clock.js';
import { newId } from './callbacks.js';
import { limits } from './limits.js';

interface Held {
  name: string;
  encrypted: Buffer;
  heldAt: number;
}

/**
 * Pictures and files that people send, to be fetched for 5 minutes, each encrypted with its own key: AES-256-CBC,
 * the key's first 16 bytes as IV, padded to 32 bytes
 * (https://developer.work.weixin.qq.com/document/path/101463).
 */
export class PeopleFiles {
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly clock: Clock,
    private readonly httpUrl: () => string,
  ) {}

  /** Where it can be fetched, and the key to it. */
  hold(name: string, bytes: Buffer): { url: string; aeskey: string } {
    const key = randomBytes(32);
    const padding = 32 - (bytes.length % 32);
    const padded = Buffer.concat([bytes, Buffer.alloc(padding, padding)]);
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const encrypted = Buffer.concat([cipher.update(padded), cipher.final()]);
    const path = `/files/${newId(24)}`;
    this.held.set(path, { name, encrypted, heldAt: this.clock.now().getTime() });
    return { url: `${this.httpUrl()}${path}`, aeskey: key.toString('base64') };
  }

  serve(request: IncomingMessage, response: ServerResponse): void {
    const file = this.held.get(request.url ?? '');
    const age = this.clock.now().getTime() - (file?.heldAt ?? 0);
    if (request.method !== 'GET' || !file || age > limits.downloadMs) {
      response.writeHead(404).end();
      return;
    }
    const name = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
    response.writeHead(200, { 'content-disposition': name }).end(file.encrypted);
  }
}
