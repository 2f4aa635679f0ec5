import type { Card, Chart, Picture, Rendered } from '../../../kernel/card/card.js';
import type { FileMaker, PlatformLog } from '../../../kernel/chat/adapter.js';
import type { PlaceRef } from '../../../kernel/chat/chat.js';
import type { PreviewMessage } from '../../../kernel/chat/preview.js';
import type { ByLanguage, Locale } from '../../../texts/languages.js';
import type { Entry } from './chat-log.js';

/** Somebody the visitor can be. */
export interface SandboxPerson {
  id: string;
  name: string;
  /** Shown under the name. */
  role: ByLanguage;
  /** One of the eight avatar colours, 0..7; taken from the place in the list when left out. */
  colour?: number;
}

export interface SandboxPlace extends PlaceRef {
  name: string;
  /** Ids of the people who see it; a private place has exactly one. */
  members: string[];
}

export interface Cast {
  people: SandboxPerson[];
  places: SandboxPlace[];
}

/** What the clock panel shows and does. Without one the panel is left out. */
export interface SandboxClock {
  now(): Date;
  /** IANA zone in which times are shown and typed. */
  zone: string;
  jumps: { id: string; label: ByLanguage }[];
  /** Moves by one of `jumps`; resolves when what fell due meanwhile has been started. */
  jump(id: string): Promise<void>;
  moveTo(date: Date): Promise<void>;
}

/** How another platform would show a card; handed in, because adapters do not know each other. */
export interface PlatformLook {
  /** Id of the platform. */
  id: string;
  title: ByLanguage;
  draw(card: Card, locale: Locale, picture: Picture): Rendered<PreviewMessage>;
}

/** What a visitor is led to do first. */
export const guideSteps = ['type', 'tap', 'look'] as const;
export type GuideStep = (typeof guideSteps)[number];

/** How far the visitor has come; kept over a restart. */
export interface GuideState {
  done: readonly GuideStep[];
  /** The visitor has put the guide away. */
  isAway: boolean;
}

export interface Guide {
  state(): Promise<GuideState>;
  set(state: GuideState): Promise<void>;
}

/** Keeps the chats over a restart. */
export interface ChatMemory {
  /** The messages of all places, the oldest first. */
  load(): Promise<Entry[]>;
  /** Stores a message, new or altered, soon. */
  save(entry: Entry): void;
  /** Resolves when everything is stored. */
  settled(): Promise<void>;
}

export interface SandboxOptions {
  /** A loopback address: 127.0.0.1, ::1 or localhost. */
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** The bot's name, in the page title and beside what it says. */
  title: ByLanguage;
  /** Language of the first page; people switch on the page. */
  locale: Locale;
  /** Asked for every page, so that people who join later appear. */
  cast(): Promise<Cast>;
  /** What the page may pretend to be, besides itself. */
  looks: readonly PlatformLook[];
  /** Example lines above the input; asked for every page. */
  suggestions?(person: SandboxPerson, place: SandboxPlace, locale: Locale): Promise<string[]>;
  clock?: SandboxClock;
  /** A chart as a PNG, on dark paper if `isDark`; without it a chart's description is shown. */
  draw?(chart: Chart, locale: Locale, isDark?: boolean): Promise<Uint8Array>;
  /** Told who the visitor is each time that the visitor says or taps something. */
  played?(person: SandboxPerson): void;
  /** The first steps on top of the page. Without it there are none. */
  guide?: Guide;
  /** Without one the chats end with the process. */
  memory?: ChatMemory;
  /** Makes the files of cards. Without it there are none. */
  make?: FileMaker;
  log: PlatformLog;
}

/** The page's own look. */
export const nativeLook = 'native';
