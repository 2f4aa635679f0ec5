import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { type InfoRecord, type Options, parse } from 'csv-parse';
import iconv from 'iconv-lite';

/** Encoding and delimiter of a file, detected from its first bytes. */
export interface FileForm {
  encoding: 'utf8' | 'utf16le' | 'utf16be' | 'gb18030';
  delimiter: string;
}

/** One record with its first line. */
export interface Row {
  line: number;
  cells: string[];
}

/** The first rows of a file, and its header. */
export interface Sample {
  form: FileForm;
  header: string[];
  rows: Row[];
  bytes: number;
}

/** What could not be read as a record. */
export interface Unreadable {
  line: number;
  reason: string;
}

const sampleBytes = 128 * 1024;
const sampleRows = 200;

/** Reads the beginning of a file. Throws EmptyFile if there is no header. */
export async function readSample(path: string): Promise<Sample> {
  const { size } = await stat(path);
  const bytes = await firstBytes(path, sampleBytes);
  const encoding = encodingOf(bytes);
  const whole = iconv.decode(bytes, encoding);
  // The last line of a cut-off sample may be half a record.
  const text = size > bytes.length ? whole.slice(0, whole.lastIndexOf('\n') + 1) : whole;
  const form = { encoding, delimiter: delimiterOf(text) };
  const rows: Row[] = [];
  let header: string[] | undefined;
  for await (const batch of rowsOf(path, form, () => undefined, sampleRows)) {
    for (const row of batch) {
      if (header) rows.push(row);
      else header = row.cells;
    }
    break;
  }
  if (!header || header.every((cell) => cell === '')) throw new EmptyFile(path);
  return { form, header, rows, bytes: size };
}

/** The file has not even a header line. */
export class EmptyFile extends Error {
  override name = 'EmptyFile';
  constructor(readonly path: string) {
    super(`${path} has no rows`);
  }
}

/** Streams the records in batches, header included; reports and skips what cannot be read. */
export async function* rowsOf(
  path: string,
  form: FileForm,
  unreadable: (problem: Unreadable) => void,
  batchSize: number,
  progress: (bytes: number) => void = () => undefined,
): AsyncGenerator<Row[]> {
  const options: Options = {
    delimiter: form.delimiter,
    bom: true,
    trim: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    // Limits a record: an unclosed quote would otherwise read the rest of the file into memory.
    max_record_size: 1024 * 1024,
    on_skip: (error) => {
      if (error) unreadable({ line: Number(error.lines ?? 0), reason: error.message });
      return undefined;
    },
    on_record: ((cells: string[], { lines }: InfoRecord): Row => ({ line: lines, cells })) as never,
  };
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  file.on('data', () => progress(file.bytesRead));
  const parser = parse(options);
  const decoded = form.encoding === 'utf8' ? file : file.pipe(iconv.decodeStream(form.encoding));
  file.on('error', (error) => parser.destroy(error));
  decoded.pipe(parser);
  let batch: Row[] = [];
  try {
    for await (const row of parser as AsyncIterable<Row>) {
      batch.push(row);
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } finally {
    file.destroy();
  }
}

/** Detects the encoding: byte order mark, zero bytes of UTF-16, valid UTF-8, else GB 18030. */
export function encodingOf(bytes: Buffer): FileForm['encoding'] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be';
  const looked = bytes.subarray(0, 4096);
  const zerosAt = (parity: number) =>
    looked.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  if (zerosAt(0) > looked.length / 8) return 'utf16be';
  if (zerosAt(1) > looked.length / 8) return 'utf16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return 'utf8';
  } catch {
    return 'gb18030';
  }
}

/**
 * Detects the delimiter: the sign that splits the first lines into the most columns, equally many in each.
 */
export function delimiterOf(text: string): string {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const scored = [',', '\t', ';', '|', '，'].map((sign) => {
    const counts = lines.map((line) => outsideQuotes(line).split(sign).length - 1);
    const first = counts[0] ?? 0;
    return { sign, score: first * counts.filter((count) => count === first).length };
  });
  scored.sort((a, b) => b.score - a.score);
  return (scored[0]?.score ?? 0) > 0 ? (scored[0]?.sign ?? ',') : ',';
}

const outsideQuotes = (line: string) => line.replace(/"(?:[^"]|"")*"/g, '');

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
