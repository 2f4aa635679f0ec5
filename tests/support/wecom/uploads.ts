import { createHash } from 'node:crypto';
import type { Clock } from '../../../kernel/time/clock.js';
import { bodies, read } from './bodies.js';
import { newId } from './callbacks.js';
import { fixture, objectLike } from './fixtures.js';
import type { JsonObject } from './frames.js';
import { limits, type MediaKind, utf8Bytes } from './limits.js';
import { RateLimit } from './rate-limit.js';
import { Refusal } from './refusal.js';

interface Upload {
  kind: MediaKind;
  name: string;
  size: number;
  chunks: (Buffer | undefined)[];
  md5: string | undefined;
  startedAt: number;
}

interface Stored {
  kind: MediaKind;
  name: string;
  bytes: Buffer;
  storedAt: number;
}

/** https://developer.work.weixin.qq.com/document/path/101463: png, jpg, gif; amr; mp4; files of any kind. */
const endings: Record<MediaKind, RegExp> = {
  image: /\.(png|jpe?g|gif)$/iu,
  voice: /\.amr$/iu,
  video: /\.mp4$/iu,
  file: /./u,
};

const isKind = (kind: string): kind is MediaKind => Object.hasOwn(endings, kind);

/** Media of the bot, sent in chunks: wecom.md, section 9. A lost connection does not end an upload. */
export class Uploads {
  private readonly open = new Map<string, Upload>();
  private readonly stored = new Map<string, Stored>();
  private readonly rate = new RateLimit<'bot'>(limits.uploads);

  constructor(private readonly clock: Clock) {}

  init(body: unknown): JsonObject {
    const { type, filename, total_size: size, total_chunks: chunks, md5 } = read(bodies.uploadInit, body);
    if (!isKind(type) || !endings[type].test(filename)) throw new Refusal(40004);
    if (utf8Bytes(filename) > limits.filenameBytes) throw new Refusal(40058, 'invalid filename');
    if (size < limits.leastMediaBytes || size > limits.mediaBytes[type]) throw new Refusal(40006);
    if (!Number.isInteger(chunks) || chunks < 1 || chunks > limits.chunks) {
      throw new Refusal(40058, 'invalid total_chunks');
    }
    if (!this.rate.take('bot', this.clock.now())) throw new Refusal(45009);
    const id = `upDEMO${newId(26)}`;
    const startedAt = this.clock.now().getTime();
    const empty = Array.from({ length: chunks }, () => undefined);
    this.open.set(id, { kind: type, name: filename, size, chunks: empty, md5, startedAt });
    return objectLike(bodyOf('ack-upload-init'), { upload_id: id }, 'ack-upload-init');
  }

  /** In any order; the same chunk twice is no error. */
  chunk(body: unknown): undefined {
    const { upload_id: id, chunk_index: index, base64_data: data } = read(bodies.uploadChunk, body);
    const upload = this.find(id);
    const bytes = Buffer.from(data, 'base64');
    if (!Number.isInteger(index) || index < 0 || index >= upload.chunks.length) {
      throw new Refusal(40058, 'invalid chunk_index');
    }
    if (bytes.length === 0 || bytes.length > limits.chunkBytes)
      throw new Refusal(40058, 'invalid base64_data');
    upload.chunks[index] ??= bytes;
  }

  finish(body: unknown): JsonObject {
    const { upload_id: id } = read(bodies.uploadFinish, body);
    const upload = this.find(id);
    const chunks = upload.chunks.filter((chunk) => chunk !== undefined);
    const bytes = Buffer.concat(chunks);
    const md5 = createHash('md5').update(bytes).digest('hex');
    const complete = chunks.length === upload.chunks.length && bytes.length === upload.size;
    if (!complete) throw new Refusal(40058, 'incomplete upload');
    if (upload.md5 !== undefined && upload.md5.toLowerCase() !== md5) throw new Refusal(40058, 'invalid md5');
    this.open.delete(id);
    const mediaId = `mdDEMO${newId(40)}`;
    const { kind, name } = upload;
    this.stored.set(mediaId, { kind, name, bytes, storedAt: this.clock.now().getTime() });
    const seconds = Math.floor(this.clock.now().getTime() / 1_000);
    const answer = { type: kind, media_id: mediaId, created_at: seconds };
    return objectLike(bodyOf('ack-upload-finish'), answer, 'ack-upload-finish');
  }

  /** What was uploaded, if it is of that kind and not too old. */
  media(mediaId: string, kind: MediaKind): { name: string; bytes: Buffer } {
    const media = this.stored.get(mediaId);
    const age = this.clock.now().getTime() - (media?.storedAt ?? 0);
    if (media?.kind !== kind || age > limits.uploadedMs) throw new Refusal(40007);
    return media;
  }

  private find(id: string): Upload {
    const upload = this.open.get(id);
    const age = this.clock.now().getTime() - (upload?.startedAt ?? 0);
    if (!upload || age > limits.uploadMs) throw new Refusal(40058, 'invalid upload_id');
    return upload;
  }
}

function bodyOf(name: string): JsonObject {
  return fixture(name).body as JsonObject;
}
