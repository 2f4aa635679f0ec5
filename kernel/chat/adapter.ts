import type { ByLanguage, Locale } from '../../texts/languages.js';
import type { Call, Card, CardFile, Chart, Picture, Rendered, Say } from '../card/card.js';
import type { Variable, VariableNeed, VariableValues } from '../config/variable.js';
import type { Usage } from '../job/usage-port.js';
import type { ActStore } from './act-store.js';
import type { Chat, Platform } from './chat.js';
import type { Finding } from './finding.js';
import type { Lease } from './lease-port.js';
import type { PreviewMessage } from './preview.js';

/** What the product asks of a platform before it says something there; what is absent it cannot. */
export interface Abilities {
  /** What its cards show as what it is; each other thing comes in another form and is told as a loss. */
  shows: readonly ('confirm' | 'tables' | 'dividers' | 'images' | 'menus' | 'styles')[];
  /** Makes a record of a message from the menu of that message. */
  messageMenu?: boolean;
  /** Shows an answer to one person alone in the group where they asked; elsewhere it goes to their private chat. */
  asides?: boolean;
  /**
   * How it is known who is in a group: the platform lists them, or a group holds no one but its team; absent where the
   * platform tells it to no bot.
   */
  members?: 'listed' | 'team';
  /** How it brings the files of a card: as messages of the chat, or as links that it serves itself. */
  files?: 'sent' | 'linked';
  /** Bytes of a call's code that every control carries; a longer call goes by its token. No limit if absent. */
  callBytes?: number;
}

/** A platform as the rest of the product knows it. */
export interface PlatformInfo {
  /** Stands in the database and in addresses; never changed. */
  id: Platform;
  title: ByLanguage;
  can: Abilities;
  /** Where a company may use it so often a month. */
  quota?: Quota;
}

export interface Quota {
  /** Names of what is counted (`Usage`). */
  counts: readonly string[];
  /** The month so far in a line, for managers. */
  line(used: (what: string) => number, locale: Locale): string;
}

/** Everything that commands may know of platforms, none of which they know by name. */
export interface Platforms {
  all: readonly PlatformInfo[];
  /** A platform that is not among them can nothing and is called by its id. */
  of(id: Platform): PlatformInfo;
}

/** What an adapter writes to the log. */
export interface PlatformLog {
  debug(about: object, message: string): void;
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

/** Draws a chart as a PNG. */
export type ChartDraw = (chart: Chart, locale: Locale) => Promise<Uint8Array>;

/** Makes a file with the rights that its person has now; undefined if it is not for them any more. */
export type FileMaker = (file: CardFile) => Promise<Uint8Array | undefined>;

/** What an adapter is handed by the wiring. */
export interface ChatPorts {
  /** Whether people are heard here; a process that only works sends and redraws, and takes nothing in. */
  listens: boolean;
  /** Where requests come in, for platforms that make some. */
  host: string;
  port: number;
  /** For people of whom the platform knows no language. */
  locale: Locale;
  /** Verbs that are slash commands by themselves. */
  slashes: readonly string[];
  draw: ChartDraw;
  make: FileMaker;
  /** Counts what the platform allows so often a month. */
  usage: Usage;
  /** What only one process of several may hold. */
  lease(name: string): Lease;
  /** Keeps acts from their arrival until their answers were shown. */
  acts: ActStore;
  log: PlatformLog;
}

/** What `genjin doctor` knows of a platform by itself. */
export interface PlatformState {
  /** The groups that reports or alerts go to. */
  groups: readonly { id: string; name: string }[];
  /** What was counted this month. */
  used(what: string): number;
  log: PlatformLog;
}

export interface RenderOptions {
  say: Say;
  locale: Locale;
  picture?: Picture;
}

/** A verb as a slash command. */
export interface SlashCommand {
  slash: string;
  description: string;
  usage: string;
}

export interface ManifestOptions {
  commands: readonly SlashCommand[];
  /** Put before each name, where another app has some of them: `crm` makes `/crm-log`. */
  prefix?: string;
  /** Where requests are sent over HTTP; without it the platform is connected to. */
  url?: string;
}

/**
 * One chat platform, as its folder's entry file brings it. Configuration, docs, doctor, the sandbox's looks and the
 * wiring go through the list of these (`bot/platforms/adapters.ts`), so that a platform is added in one place.
 */
export interface Adapter<Settings = unknown, Message = unknown> extends PlatformInfo {
  /** Variables of the environment, in the order of `.env.example`; their names are a contract. */
  variables: readonly Variable[];
  needs?: readonly VariableNeed[];
  /** What the variables say; undefined where they do not ask for this platform. */
  settings(values: VariableValues): Settings | undefined;
  /** Whether it takes requests at the address that the sandbox page would take. */
  listens?(settings: Settings): boolean;
  /** A card as what is sent for it; pure. */
  render(card: Card, options: RenderOptions): Rendered<Message>;
  /** What people see of messages that were drawn for a card with these calls. */
  preview(messages: readonly Message[], calls: readonly Call[]): PreviewMessage[];
  /** Loads its SDK only now. */
  create(settings: Settings, ports: ChatPorts): Promise<Chat>;
  /** What the platform itself says of the settings; changes nothing. */
  examine?(settings: Settings, state: PlatformState): Promise<Finding[]>;
  /** The file that an administrator pastes where the app is made; kept as `docs/ID-manifest.json`. */
  manifest?(options: ManifestOptions): object;
  /** Parts of `docs/ID.md` that are made from declarations, by the name of their marks. */
  tables?: Readonly<Record<string, () => string>>;
}

/** An adapter whose variables are set. */
export interface ConfiguredChat {
  adapter: Adapter;
  settings: unknown;
}
