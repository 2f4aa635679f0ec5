import { readFile, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { notifyAdmins } from '../../crm/notices/notify-admins.js';
import { acceptProcess } from '../../crm/rules/accept-process.js';
import { refusedFileCard, ruleDifferenceCard } from '../../crm/rules/rule-difference-card.js';
import type { Card } from '../../kernel/card/card.js';
import type { Clock } from '../../kernel/time/clock.js';
import { type Process, type ProcessProblem, parseStoredProcess } from '../../sales/process/parse-process.js';
import { processDifferences } from '../../sales/process/process-differences.js';
import type { Store } from '../../store/engine/store.js';
import {
  markProcessFileSeen,
  offeredProcess,
  processFileSeen,
  storeOfferedProcess,
} from '../../store/running/process-files.js';
import {
  latestProcessVersion,
  processHash,
  processVersions,
  versionSetting,
  versionWithHash,
} from '../../store/running/process-versions.js';
import { getSetting } from '../../store/running/setting-queries.js';
import type { Db } from '../../store/statements/db.js';
import { unitOfNobody } from '../../store/unit/unit.js';
import { type Locale, operatorLocale } from '../../texts/languages.js';

/** A process in force, with its version number. */
export interface ProcessInForce {
  process: Process;
  version: number;
}

/** A process text was refused and no older version exists; `problems` give line and reason. */
export class ProcessRefused extends Error {
  override name = 'ProcessRefused';
  constructor(
    readonly path: string,
    readonly problems: ProcessProblem[],
  ) {
    super(
      problems
        .map((problem) => `${path}:${problem.line}:${problem.column} ${problem.reason[operatorLocale]}`)
        .join('\n'),
    );
  }
}

/** The file differs from the rules in force, and does not change them. */
export interface FileDiffers {
  path: string;
  /** The version in force. */
  version: number;
  /** Rules that differ. */
  changes: number;
}

export interface ProcessFileOptions {
  /** The language and zone of admins who have chosen none. */
  locale: Locale;
  timeZone: string;
  differs?(how: FileDiffers): void;
  /** Called once a card for the admins is queued. */
  queued?(): void;
}

const usual: ProcessFileOptions = { locale: operatorLocale, timeZone: 'UTC' };

/** Identifies a process file in the database: machine and path. */
export const fileId = (path: string): string => `${hostname()}:${resolve(path)}`;

/**
 * The rules in force, which the database owns, and the process file, which is only ever read. Saving the file puts it
 * in force if it was written from the version in force; else the admins decide. A restart is no edit.
 */
export class ProcessFile {
  #inForce: ProcessInForce | undefined;
  /** The version that the last refresh came upon. */
  #refreshed: number | undefined;
  /** Time and size of the file as it was last read. */
  #stamp = '';
  /** A version in force that this release cannot read. */
  #unreadable: number | undefined;
  private readonly file: string;

  constructor(
    private readonly path: string,
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly refused: (error: ProcessRefused) => void,
    private readonly options: ProcessFileOptions = usual,
  ) {
    this.file = fileId(path);
  }

  get inForce(): ProcessInForce {
    if (!this.#inForce) throw new Error('the rules were not loaded');
    return this.#inForce;
  }

  /** The rules that the database has in force now, whoever put them there. */
  async current(): Promise<ProcessInForce> {
    const version = await getSetting<number>(this.store.db, versionSetting);
    if (version !== this.#inForce?.version) await this.follow();
    return this.inForce;
  }

  /**
   * Reads the file if it was saved, and takes over the version in force. Returns whether it is another one than at the
   * last refresh. Throws ProcessRefused if there is neither a version nor a file without problems.
   */
  async refresh(): Promise<boolean> {
    const stamp = await this.stampOfFile();
    if (stamp !== undefined && stamp !== this.#stamp) {
      await this.read(await readFile(this.path, 'utf8'));
      this.#stamp = stamp;
    }
    await this.follow();
    if (!this.#inForce)
      throw new Error(`there is no process file ${this.path}, and no rules in the database`);
    const before = this.#refreshed;
    this.#refreshed = this.#inForce.version;
    return this.#refreshed !== before;
  }

  /** Undefined if there is no file: then the rules of the database apply. */
  private async stampOfFile(): Promise<string | undefined> {
    try {
      const { mtimeMs, size } = await stat(this.path);
      return `${mtimeMs}:${size}`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  private async read(yaml: string): Promise<void> {
    const { store } = this;
    const hash = processHash(yaml);
    const now = this.clock.now();
    const inForce = await latestProcessVersion(store.db);
    if (inForce?.hash === hash) return await store.tx((tx) => markProcessFileSeen(tx, this.file, hash));
    const { timeZone } = this.options;
    const parsed = await acceptProcess({ db: store.db, now, timeZone }, yaml);
    if (!parsed.ok) return await this.refuse(new ProcessRefused(this.path, parsed.problems), hash);
    const isOffered = await store.tx(async (tx) => {
      if (await this.mayImport(tx, hash)) {
        await unitOfNobody(tx, now, 'file').putInForce({ hash, yaml });
        await markProcessFileSeen(tx, this.file, hash);
        return false;
      }
      const isNew = await this.isNewText(tx, hash);
      if (isNew) await storeOfferedProcess(tx, { file: this.file, hash, yaml, at: now.getTime() });
      await markProcessFileSeen(tx, this.file, hash);
      return true;
    });
    if (isOffered) await this.tellDifference(hash, parsed.process);
  }

  /** Whether the file was written from the version in force. */
  private async mayImport(tx: Db, hash: string): Promise<boolean> {
    const inForce = await latestProcessVersion(tx);
    if (!inForce) return true;
    const isOwn = (await processFileSeen(tx, this.file)) === inForce.hash;
    return isOwn && !(this.isFirstLook && (await versionWithHash(tx, hash)) !== undefined);
  }

  /** Whether the admins should decide about the text: not the one that was there, and at a start not a former version. */
  private async isNewText(tx: Db, hash: string): Promise<boolean> {
    if ((await processFileSeen(tx, this.file)) === hash) return false;
    return !(this.isFirstLook && (await versionWithHash(tx, hash)) !== undefined);
  }

  /** A restart is no edit: what the file holds then may be a former version that somebody forgot there. */
  private get isFirstLook(): boolean {
    return this.#stamp === '';
  }

  private async tellDifference(hash: string, process: Process): Promise<void> {
    const { store, options, path } = this;
    await this.follow();
    const { process: current, version } = this.inForce;
    const differences = processDifferences(current, process);
    options.differs?.({ path, version, changes: differences.length });
    const offer = await offeredProcess(store.db, hash);
    if (!offer || offer.isDiscarded || differences.length === 0) return;
    await this.tellAdmins(`process-offer:${hash}:${offer.at}`, (locale) =>
      ruleDifferenceCard(locale, offer, { version, differences }),
    );
  }

  private async refuse(error: ProcessRefused, hash: string): Promise<void> {
    await this.follow();
    if (!this.#inForce) throw error;
    this.refused(error);
    await this.tellAdmins(`process-refused:${hash}`, (locale) =>
      refusedFileCard(locale, this.file, error.problems),
    );
  }

  private async tellAdmins(key: string, cardIn: (locale: Locale) => Card): Promise<void> {
    const { locale, timeZone, queued } = this.options;
    const ctx = { now: this.clock.now(), process: this.inForce.process, locale, timeZone };
    const told = await this.store.tx((tx) => notifyAdmins(tx, ctx, key, cardIn));
    if (told > 0) queued?.();
  }

  /** Takes over the version in force in the database. */
  private async follow(): Promise<void> {
    const row = await latestProcessVersion(this.store.db);
    if (!row || row.version === this.#inForce?.version || row.version === this.#unreadable) return;
    const parsed = parseStoredProcess(row.yaml);
    if (parsed.ok) {
      this.#inForce = { process: parsed.process, version: row.version };
      return;
    }
    this.#unreadable = row.version;
    this.refused(new ProcessRefused(`version ${row.version}`, parsed.problems));
    this.#inForce ??= await this.newestReadable();
  }

  /** Finds the newest version that this release can read, or undefined. */
  private async newestReadable(): Promise<ProcessInForce | undefined> {
    for (const { version, yaml } of await processVersions(this.store.db, mostTried)) {
      const parsed = parseStoredProcess(yaml);
      if (parsed.ok) return { process: parsed.process, version };
    }
    return undefined;
  }
}

/** Versions looked through for one that can be read. */
const mostTried = 100;
