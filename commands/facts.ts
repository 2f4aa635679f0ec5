import type { Process } from '../sales/process.js';

/** Values of the process file's own fields, said as `预算负责人=王总`; undefined where none was. */
export function customFacts(process: Process, words: string): Record<string, string> | undefined {
  const found = process.fields.flatMap(({ key, name }) => {
    const value = [key, name.zh, name.en]
      .map((word) => words.split(word)[1]?.match(/^\s*[=:：＝]\s*(\S+)/)?.[1])
      .find((said) => said !== undefined);
    return value === undefined ? [] : [[key, value] as const];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}
