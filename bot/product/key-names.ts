import type { NameOfKey } from '../../kernel/command/say-in.js';
import type { Clock } from '../../kernel/time/clock.js';
import type { Process } from '../../sales/process/parse-process.js';
import { settingAt } from '../../sales/process/process-settings.js';
import { stageOf } from '../../sales/process/stages.js';
import type { Store } from '../../store/engine/store.js';
import { listPeople } from '../../store/people/person-queries.js';

/** How long the people's names are taken for right, in ms. */
const freshMs = 30_000;

/** What keys in calls are called, so that the lines which people may type name people, stages and reasons as people do. */
export class KeyNames {
  private people = new Map<string, string>();
  private readAt: number | undefined;

  constructor(private readonly deps: { store: Pick<Store, 'db'>; clock: Clock; process(): Process }) {}

  /** Reads the people's names again, if they may have changed. */
  async fresh(): Promise<void> {
    const now = this.deps.clock.now().getTime();
    if (this.readAt !== undefined && Math.abs(now - this.readAt) < freshMs) return;
    this.readAt = now;
    this.people = new Map((await listPeople(this.deps.store.db)).map(({ id, name }) => [id, name]));
  }

  readonly nameOf: NameOfKey = (of, key, locale) => {
    const process = this.deps.process();
    const among = { pipeline: process.pipelines, lossReason: process.lossReasons, step: stepsOf(process) };
    if (of === 'stage') return stageOf(process, key)?.name[locale];
    if (of === 'key') return settingAt(process, key)?.name[locale];
    const found = among[of as keyof typeof among]?.find((one) => one.key === key);
    return found?.name[locale] ?? this.people.get(key);
  };
}

const stepsOf = ({ pipelines }: Process) =>
  pipelines.flatMap(({ stages }) => stages.flatMap(({ steps }) => steps));
