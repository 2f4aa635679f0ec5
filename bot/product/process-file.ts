import { createHash } from 'node:crypto';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import type { Clock } from '../../kernel/time/clock.js';
import { type Process, type ProcessProblem, parseProcess } from '../../sales/process/parse-process.js';
import { because } from '../../sales/process/process-problems.js';
import { strandedStages } from '../../sales/process/stages.js';
import type { Store } from '../../store/engine/store.js';
import { pipelineAt } from '../../store/reports/figure-queries.js';
import { latestProcessVersion } from '../../store/running/process-versions.js';
import { unitOfNobody } from '../../store/unit/unit.js';
import { operatorLocale, sameInEach } from '../../texts/languages.js';

/** A process in force, with its version number. */
export interface ProcessInForce {
  process: Process;
  version: number;
}

/** The file was refused and no older version exists; `problems` give line and reason. */
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

/**
 * The process file and its stored versions. A bad file is refused with line and reason, and the last good
 * version stays in force.
 */
export class ProcessFile {
  #inForce: ProcessInForce | undefined;
  #seen = '';

  constructor(
    private readonly path: string,
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly refused: (error: ProcessRefused) => void,
  ) {}

  get inForce(): ProcessInForce {
    if (!this.#inForce) throw new Error('the process file was not loaded');
    return this.#inForce;
  }

  /**
   * Reads the file if it changed; else takes over changes made in chat and writes them to the file. Returns
   * whether another version is now in force.
   */
  async refresh(): Promise<boolean> {
    const { mtimeMs, size } = await stat(this.path);
    const stamp = `${mtimeMs}:${size}`;
    if (stamp === this.#seen) return await this.follow();
    this.#seen = stamp;
    const yaml = await readFile(this.path, 'utf8');
    const parsed = parseProcess(yaml);
    const problems = parsed.ok ? await this.strandedDeals(parsed.process, yaml) : parsed.problems;
    if (!parsed.ok || problems.length > 0) {
      const error = new ProcessRefused(this.path, problems);
      this.#inForce ??= await this.lastGood();
      if (!this.#inForce) throw error;
      this.refused(error);
      return false;
    }
    const hash = createHash('sha256').update(yaml).digest('hex');
    const version = await this.store.tx((tx) =>
      unitOfNobody(tx, this.clock.now(), 'file').putInForce({ hash, yaml }),
    );
    const changed = this.#inForce?.version !== version;
    this.#inForce = { process: parsed.process, version };
    return changed;
  }

  private async follow(): Promise<boolean> {
    const row = await latestProcessVersion(this.store.db);
    const parsed = row && row.version !== this.#inForce?.version ? parseProcess(row.yaml) : undefined;
    if (!row || !parsed?.ok) return false;
    this.#inForce = { process: parsed.process, version: row.version };
    // Replaces the file as a whole; the stamp is noted, so that the file is not read back as a change.
    const fresh = `${this.path}.new`;
    await writeFile(fresh, row.yaml);
    await rename(fresh, this.path);
    const { mtimeMs, size } = await stat(this.path);
    this.#seen = `${mtimeMs}:${size}`;
    return true;
  }

  /** Finds open deals in removed stages: the file must say which stage takes them. */
  private async strandedDeals(process: Process, yaml: string): Promise<ProcessProblem[]> {
    const standing = await pipelineAt(this.store.db, this.clock.now());
    const line = yaml.slice(0, Math.max(yaml.search(/^stages:/m), 0)).split('\n').length;
    return strandedStages(process, standing).map(({ stage, deals }) => ({
      line,
      column: 1,
      path: 'stages',
      reason: because((t) => t.stranded(deals, stage)),
      example: sameInEach(`was: [${stage}]`),
    }));
  }

  private async lastGood(): Promise<ProcessInForce | undefined> {
    const row = await latestProcessVersion(this.store.db);
    const parsed = row && parseProcess(row.yaml);
    return row && parsed?.ok ? { process: parsed.process, version: row.version } : undefined;
  }
}
