import { articleNo, isNumbered, recordNo } from '../../kernel/records/record-number.js';
import type { ChangeKind, RecordType } from '../../sales/people/change-kinds.js';
import { isKind } from '../../store/unit/undo-events.js';
import { type Locale, textsIn } from '../../texts/languages.js';

/** What a type of record is called; the compiler refuses a type that has no word. */
export function recordWord(locale: Locale, type: RecordType): string {
  const words: Record<RecordType, string> = textsIn(locale).work.records;
  return words[type];
}

/** What a kind of change is called, or undefined if the log's word is none of today's kinds. */
export function kindWord(locale: Locale, kind: string): string | undefined {
  const words: Record<ChangeKind, string> = textsIn(locale).work.kinds;
  return isKind(kind) ? words[kind] : undefined;
}

/** Names a record by its number ('D-12', 'A-3'), else by its own name, else by what it is ('审批', "approval"). */
export function nameOf(
  { locale }: { locale: Locale },
  type: RecordType,
  record: Record<string, unknown> | undefined,
): string {
  const no = Number(record?.no);
  if (isNumbered(type) && record?.no) return recordNo(type, no);
  if (type === 'article' && record?.no) return articleNo({ no });
  return typeof record?.name === 'string' && record.name ? record.name : recordWord(locale, type);
}
