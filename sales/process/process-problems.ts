import { type Document, isMap, isNode, isPair, isScalar, type LineCounter } from 'yaml';
import type { z } from 'zod';
import { nearest } from '../../kernel/words/edit-distance.js';
import { type ByLanguage, type Catalogue, inEachLanguage, locales, textsIn } from '../../texts/languages.js';

/** One problem of a process file. `line` and `column` count from 1. */
export interface ProcessProblem {
  line: number;
  column: number;
  /** 'stages[2].probability'; '' for the whole file. */
  path: string;
  reason: ByLanguage;
  /** A line that would be valid. */
  example?: ByLanguage;
}

export type Path = readonly (string | number)[];

/** A problem at a path of the document, without its position in the text. */
export interface ProcessFinding {
  path: Path;
  reason: ByLanguage;
  /** Mark the key of the last path entry instead of its value. */
  atKey?: boolean;
  /** A line that would be valid, if it is not the usual one of the last key. */
  example?: ByLanguage;
}

/** Says what is wrong in every language. */
export const because = (pick: (t: Catalogue['problem']) => string): ByLanguage =>
  inEachLanguage(({ problem: t }) => pick(t));

/** Words a YAML syntax error. */
export const syntaxReason = ({ code, message }: { code: string; message: string }): ByLanguage =>
  because((t) => t.syntax(code, message));

/** Words what the schema found, with the nearest known key for a misspelt one. */
export function schemaFindings(
  issues: readonly z.core.$ZodIssue[],
  document: Document.Parsed,
  knownKeys: (path: Path) => string[],
): ProcessFinding[] {
  return issues.flatMap((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    if (issue.code !== 'unrecognized_keys')
      return [{ path, reason: ownReason(issue) ?? issueReason(issue, document.hasIn(path)) }];
    return issue.keys.map((key) => {
      const suggestion = nearest(key, knownKeys(path));
      // `{ en: Present it, online }`: YAML makes a key of the words after the comma.
      const isSplitText = (document.getIn([...path, key]) ?? null) === null && /\s|[^\w-]/.test(key);
      return {
        path: [...path, key],
        atKey: true,
        reason: because((t) => {
          if (suggestion) return t.unknownKeyNear(key, suggestion);
          return isSplitText ? t.unknownKeyTorn(key) : t.unknownKey(key);
        }),
      };
    });
  });
}

function issueReason(issue: z.core.$ZodIssue, present: boolean): ByLanguage {
  return because((t) => {
    switch (issue.code) {
      case 'invalid_type': {
        const kinds: Record<string, string> = t.kinds;
        return present ? t.mustBe(kinds[issue.expected] ?? issue.expected) : t.missing;
      }
      case 'too_small':
        if (issue.origin === 'string') return t.empty;
        return issue.origin === 'array' ? t.atLeastItems(`${issue.minimum}`) : t.atLeast(`${issue.minimum}`);
      case 'too_big':
        return issue.origin === 'array' ? t.atMostItems(`${issue.maximum}`) : t.atMost(`${issue.maximum}`);
      case 'invalid_value':
        return t.oneOf(issue.values.map(String));
      default:
        return t.wrong(issue.message);
    }
  });
}

/** What a check of ours says. */
const ownReason = (issue: z.core.$ZodIssue): ByLanguage | undefined =>
  issue.code === 'custom' ? (issue.params?.reason as ByLanguage | undefined) : undefined;

/** Keys that there is an example of. */
const exampled = new Set(Object.keys(textsIn(locales[0]).problem.examples));

/** Adds the position in the text to each problem. */
export function placed(
  findings: ProcessFinding[],
  document: Document.Parsed,
  lines: LineCounter,
): ProcessProblem[] {
  return findings.map(({ path, reason, atKey, example }) => {
    const { line, col } = lines.linePos(offsetOf(document, path, atKey ?? false));
    const name = path.findLast((part) => typeof part === 'string');
    return {
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      path: pathText(path),
      reason,
      ...(example ? { example } : usualExample(name)),
    };
  });
}

const usualExample = (name: string | undefined): Pick<ProcessProblem, 'example'> =>
  name !== undefined && exampled.has(name) ? { example: because((t) => t.examples[name] ?? '') } : {};

/** Offset of the path's node, or of its nearest existing parent. */
function offsetOf(document: Document.Parsed, path: Path, atKey: boolean): number {
  const last = path.at(-1);
  const parent = document.getIn(path.slice(0, -1), true);
  if (atKey && isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === last);
    if (isNode(pair?.key) && pair.key.range) return pair.key.range[0];
  }
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range[0] ?? 0;
}

function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}
