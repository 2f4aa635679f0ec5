import type { Call } from '../card/card.js';

/** A message of a platform as the sandbox page imitates it: what people see of it, in reading order. */
export interface PreviewMessage {
  /** What stands round it: nothing, the bubble of a chat, or a card's own edge. */
  frame: 'plain' | 'bubble' | 'card';
  /** Where the bot's name stands: beside its picture, or as the card's first line; nowhere if absent. */
  sender?: 'picture' | 'line';
  blocks: PreviewBlock[];
}

export type PreviewBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; runs: PreviewRun[]; style?: 'quiet' | 'quote' }
  /** Short texts side by side. */
  | { kind: 'columns'; items: PreviewRun[][] }
  | { kind: 'facts'; items: { label: string; value: string }[] }
  /** Links that begin with `sayPrefix` make who taps them say the rest. */
  | { kind: 'markdown'; text: string; sayPrefix?: string }
  | { kind: 'table'; rows: PreviewRun[][][]; align: ('left' | 'right')[] }
  /** Without an address its description stands for it. */
  | { kind: 'image'; alt: string; url?: string }
  | { kind: 'divider' }
  /** A list of which one is chosen; a button of the message sends the choice. */
  | { kind: 'choice'; label: string; options: PreviewOption[] }
  | { kind: 'controls'; items: PreviewControl[]; stacked?: boolean }
  /** Links below each other at the foot of a card. */
  | { kind: 'links'; items: { label: string; url: string }[] };

export interface PreviewRun {
  text: string;
  bold?: boolean;
  url?: string;
}

export interface PreviewOption {
  label: string;
  call: Call;
}

export type PreviewControl =
  | { kind: 'menu'; label: string; options: PreviewOption[] }
  | { kind: 'link'; label: string; url: string; style?: 'primary' | 'danger' }
  | ({ kind: 'button'; label: string; style?: 'primary' | 'danger'; confirm?: string } & PreviewTap);

/** What a tap on a button does: a call, a line that the person says, or sending the message's choice. */
export type PreviewTap = { call: Call } | { says: string } | { sendsChoice: true };

/** A text without any form. */
export const plainRun = (text: string): PreviewRun[] => [{ text }];

/** The line that a link makes who taps it say, or undefined if it leads somewhere. */
export function saidBy(url: string, sayPrefix: string | undefined): string | undefined {
  if (sayPrefix === undefined || !url.startsWith(sayPrefix)) return undefined;
  return decodeURIComponent(url.slice(sayPrefix.length));
}
