import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { locales } from '../../texts/languages.js';
import { contradictions } from './process-checks.js';
import {
  because,
  type Path,
  type ProcessFinding,
  type ProcessProblem,
  placed,
  schemaFindings,
  syntaxReason,
} from './process-problems.js';
import { type Process, processSchema } from './process-schema.js';

export type { ProcessProblem } from './process-problems.js';
export {
  builtInFields,
  type CustomField,
  type NamedItem,
  type Pipeline,
  type Process,
  processSchema,
  type Stage,
  type Step,
} from './process-schema.js';

export type ParsedProcess = { ok: true; process: Process } | { ok: false; problems: ProcessProblem[] };

/** A process file has a few pages; a far larger one is another file, or an attempt to overload the parser. */
const maxKilobytes = 256;

/**
 * Parses a process file. A file with problems is refused as a whole: each problem has its line, column and
 * reason in every language, sorted by line, at most twenty. Never throws.
 */
export const parseProcess = (yamlText: string): ParsedProcess => parse(yamlText, contradictions);

/**
 * Parses the text of a version that was accepted once. A schedule without a slot passes: the clock leaves that schedule
 * out, and the other rules stay in force.
 */
export const parseStoredProcess = (yamlText: string): ParsedProcess =>
  parse(yamlText, (process) => contradictions(process, { storedBefore: true }));

function parse(yamlText: string, check: (process: Process) => ProcessFinding[]): ParsedProcess {
  if (yamlText.length > maxKilobytes * 1024) return refused(because((t) => t.tooLarge(maxKilobytes)));
  try {
    return read(yamlText, check);
  } catch {
    // The YAML library throws on runaway nesting and exploding aliases.
    return refused(because((t) => t.tooDeep));
  }
}

/** Adds the position in the text to what was found in a text that parses. */
export function placedIn(yamlText: string, findings: ProcessFinding[]): ProcessProblem[] {
  const lines = new LineCounter();
  return shown(placed(findings, parseDocument(yamlText, { lineCounter: lines }), lines));
}

function read(yamlText: string, check: (process: Process) => ProcessFinding[]): ParsedProcess {
  const { lines, document, parsed } = readText(yamlText);
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return { line: Math.max(line, 1), column: Math.max(col, 1), path: '', reason: syntaxReason(error) };
    });
    return { ok: false, problems: shown(problems) };
  }
  const findings = parsed.success
    ? check(parsed.data)
    : schemaFindings(parsed.error.issues, document, knownKeys);
  if (parsed.success && findings.length === 0) return { ok: true, process: parsed.data };
  return { ok: false, problems: shown(placed(findings, document, lines)) };
}

const parseYaml = (yamlText: string, lineCounter: LineCounter) =>
  parseDocument(yamlText, { lineCounter, prettyErrors: false });

interface ReadText {
  lines: LineCounter;
  document: ReturnType<typeof parseYaml>;
  parsed: ReturnType<typeof processSchema.safeParse>;
}

/** Texts read last: a text is read when it is checked, stored, put in force and compared with, within seconds. */
const lastRead = new Map<string, ReadText>();
const mostRead = 4;

/** Reads the text as YAML of the schema. Throws on runaway nesting and exploding aliases. */
function readText(yamlText: string): ReadText {
  const known = lastRead.get(yamlText);
  if (known) return known;
  const lines = new LineCounter();
  const document = parseYaml(yamlText, lines);
  const parsed = processSchema.safeParse(document.errors.length > 0 ? {} : (document.toJS() ?? {}));
  const read = { lines, document, parsed };
  const [oldest] = lastRead.keys();
  if (oldest !== undefined && lastRead.size >= mostRead) lastRead.delete(oldest);
  lastRead.set(yamlText, read);
  return read;
}

/** Nobody reads more at once, and the first mistake often causes the rest. */
const maxProblems = 20;

/** Sorts problems by position and drops duplicates: several languages of one name may have the same problem. */
function shown(problems: ProcessProblem[]): ProcessProblem[] {
  const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const isSame = (a: ProcessProblem, b?: ProcessProblem) =>
    a.line === b?.line &&
    a.column === b.column &&
    locales.every((locale) => a.reason[locale] === b.reason[locale]);
  return sorted.filter((problem, index) => !isSame(problem, sorted[index - 1])).slice(0, maxProblems);
}

function refused(reason: ProcessProblem['reason']): ParsedProcess {
  return { ok: false, problems: [{ line: 1, column: 1, path: '', reason }] };
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

const fileSchema: JsonSchema = z.toJSONSchema(processSchema, {
  io: 'input',
  unrepresentable: 'any',
}) as JsonSchema;

/** Lists the keys that the file may have at a path. */
function knownKeys(path: Path): string[] {
  let at: JsonSchema | undefined = fileSchema;
  for (const part of path) at = typeof part === 'number' ? at?.items : at?.properties?.[part];
  return Object.keys(at?.properties ?? at?.anyOf?.find((each) => each.properties)?.properties ?? {});
}
