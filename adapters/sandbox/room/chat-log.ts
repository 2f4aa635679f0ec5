import type { Card } from '../../../kernel/card/card.js';
import type { Form } from '../../../kernel/chat/chat.js';
import type { Locale } from '../../../texts/languages.js';

export interface ChatLine {
  kind: 'said';
  text: string;
  /** Title of the card that was replied to. */
  replyTo: string | null;
}

export interface Shown {
  kind: 'card';
  card: Card;
  locale: Locale;
  /** The blanks to fill in, shown to one person only. */
  form: { person: string; form: Form } | null;
  /** The tap that led to it, where nothing was said. */
  cause: { person: string; label: string } | null;
  /** Ids of people to be mentioned. */
  mention: string[];
  /** When it was redrawn last. */
  changedAt: Date | null;
}

/** One message in a place. */
export interface Entry {
  id: string;
  place: string;
  at: Date;
  /** A person's id; null for the bot. */
  author: string | null;
  /** The only person who sees it; null for everybody in the place. */
  to: string | null;
  body: ChatLine | Shown;
}

export type LogChange =
  | { number: number; kind: 'add' | 'change'; entry: Entry }
  | { number: number; kind: 'clock' }
  | { number: number; kind: 'guide' };

/** Messages kept per place, and changes kept for pages that come back after a broken connection. */
const limits = { entries: 300, changes: 1_000 } as const;

/** The memory of the chat: what was said where, and a numbered stream of what changes. */
export class ChatLog {
  readonly #places = new Map<string, Entry[]>();
  readonly #changes: LogChange[] = [];
  readonly #listeners = new Set<(change: LogChange) => void>();
  /** How far each person has seen each place, as a change number. */
  readonly #seen = new Map<string, number>();
  readonly #added = new Map<string, number>();
  #last = 0;
  /** Everybody has seen what was added up to this change number. */
  #allSeen = 0;

  get last(): number {
    return this.#last;
  }

  add(entry: Entry): void {
    const entries = this.#places.get(entry.place) ?? [];
    this.#places.set(entry.place, entries);
    entries.push(entry);
    const number = this.#tell({ kind: 'add', entry });
    this.#added.set(entry.id, number);
    for (const old of entries.splice(0, Math.max(0, entries.length - limits.entries))) {
      this.#added.delete(old.id);
    }
  }

  /** Puts messages of an earlier process into their places; nobody is told of them, and they count as seen. */
  restore(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const inPlace = this.#places.get(entry.place) ?? [];
      this.#places.set(entry.place, inPlace);
      inPlace.push(entry);
      this.#added.set(entry.id, 0);
    }
  }

  /** Counts what is there by now as seen by everybody. */
  markAllSeen(): void {
    this.#allSeen = this.#last;
  }

  find(id: string): Entry | undefined {
    if (!this.#added.has(id)) return undefined;
    for (const entries of this.#places.values()) {
      const found = entries.find((entry) => entry.id === id);
      if (found) return found;
    }
    return undefined;
  }

  /** Tells the pages that an entry's body was altered. */
  changed(entry: Entry): void {
    this.#tell({ kind: 'change', entry });
  }

  clockMoved(): void {
    this.#tell({ kind: 'clock' });
  }

  guideMoved(): void {
    this.#tell({ kind: 'guide' });
  }

  entriesFor(place: string, person: string): Entry[] {
    return (this.#places.get(place) ?? []).filter((entry) => visibleEntries(entry, person));
  }

  /** What changed after `number`; null if that is too long ago to be told piece by piece. */
  since(number: number): LogChange[] | null {
    const oldest = this.#changes[0]?.number ?? this.#last + 1;
    if (number > this.#last || number < oldest - 1) return null;
    return this.#changes.filter((change) => change.number > number);
  }

  /** Calls back on every change until the returned function is called. */
  listen(listener: (change: LogChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  markSeen(place: string, person: string): void {
    this.#seen.set(seenKey(place, person), this.#last);
  }

  unread(place: string, person: string): number {
    const seen = Math.max(this.#allSeen, this.#seen.get(seenKey(place, person)) ?? 0);
    return this.entriesFor(place, person).filter(
      (entry) => entry.author !== person && (this.#added.get(entry.id) ?? 0) > seen,
    ).length;
  }

  #tell(change: { kind: 'add' | 'change'; entry: Entry } | { kind: 'clock' | 'guide' }): number {
    this.#last += 1;
    const numbered = { ...change, number: this.#last };
    this.#changes.push(numbered);
    if (this.#changes.length > limits.changes) this.#changes.shift();
    for (const listener of this.#listeners) listener(numbered);
    return this.#last;
  }
}

export const visibleEntries = (entry: Entry, person: string): boolean =>
  entry.to === null || entry.to === person;

const seenKey = (place: string, person: string): string => JSON.stringify([place, person]);
