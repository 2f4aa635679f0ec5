import type { Logger } from 'pino';
import type { SandboxChat } from '../../adapters/sandbox/chat/sandbox-chat.js';
import { allJobs } from '../../jobs/register-jobs.js';
import { digest } from '../../jobs/shared/digest.js';
import type { JobContext } from '../../jobs/shared/job-context.js';
import type { CardFile, Chart } from '../../kernel/card/card.js';
import type { Chat, Platform } from '../../kernel/chat/chat.js';
import type { Model } from '../../kernel/model/model-port.js';
import { MovableClock, systemClock } from '../../kernel/time/clock.js';
import { drawChart } from '../../reports/charts/draw-chart.js';
import type { Store } from '../../store/engine/store.js';
import { whileBusy } from '../../store/engine/while-busy.js';
import { repairLine } from '../../store/guard/repair.js';
import { openStore } from '../../store/open.js';
import type { Locale } from '../../texts/languages.js';
import { JobRunner } from '../clock/job-runner.js';
import type { Config } from '../config/config.js';
import { incidentLog } from '../config/log.js';
import { tellOfDeadAct } from '../delivery/dead-act.js';
import { Outbox } from '../delivery/outbox.js';
import { StoredActs } from '../delivery/stored-acts.js';
import { holdPost } from '../members/held-posts.js';
import { MembersKeeper } from '../members/members-keeper.js';
import type { ModelDeps } from '../model/configured-model.js';
import { platformsWith } from '../platforms/known-platforms.js';
import { recomputeDealClocks } from '../product/deal-clocks.js';
import { ProcessFile, type ProcessRefused } from '../product/process-file.js';
import { calendarOf, makeDispatch, makeViews, openSetup, type ProductDeps } from '../product/product.js';
import { fileBytes } from '../product/report-file.js';
import { processFileOf } from '../product/usual-process-file.js';
import { playDemo } from '../sandbox/demo.js';
import { DemoLife } from '../sandbox/demo-life.js';
import { openSandbox } from '../sandbox/open-sandbox.js';
import { admitEverybody } from '../sandbox/sandbox-people.js';
import { Redraw } from '../views/redraw.js';
import { openChats } from './open-chats.js';
import { holderName, isGone } from './process-identity.js';

/** The running product. */
export interface Product {
  store: Store;
  deps: ProductDeps;
  runner: JobRunner<JobContext>;
  /** Address of the sandbox page, or null if it is off. */
  url(): string | null;
  /** The code that makes the first admin; null once there is one. */
  setupCode: string | null;
  start(): Promise<void>;
  /** Stops intake, finishes running work, and closes. */
  stop(): Promise<void>;
}

/** How often the process file is checked, in ms. */
const processCheckMs = 2_000;
/** How often the log is looked at for what other processes did to records on cards, in ms. */
const wallCheckMs = 10_000;

/** Assembles the product from its configuration; nothing listens until `start`. */
export async function wire(config: Config, log: Logger): Promise<Product> {
  const clock = new MovableClock();
  const store = await openStore(config.databaseUrl, { log });
  for (const repair of (await store.migrate()).repaired) log.warn(repairLine(repair));
  const refused = (error: ProcessRefused) =>
    log.error({ problems: error.problems }, 'process refused; the last good version stays in force');
  const chats = new Map<Platform, Chat>();
  const process = new ProcessFile(await processFileOf(config, store.db), store, clock, refused, {
    locale: config.locale,
    timeZone: config.timeZone,
    differs: (how) => log.warn(how, 'the process file differs from the rules in force, which apply'),
    queued: () => outbox.wake(),
  });
  const incident = incidentLog(log);
  const deps: ProductDeps = {
    store,
    clock,
    process,
    locale: config.locale,
    timeZone: config.timeZone,
    incident,
    model: config.model
      ? await modelOf(config.model, { store, clock, timeZone: config.timeZone, log })
      : undefined,
    platforms: platformsWith(config.adapters),
    committed: () => outbox.wake(),
    changed: (change) => redraw.changed(change),
  };
  const notifying = () => {
    const { process: rules } = process.inForce;
    return { now: clock.now(), process: rules, locale: config.locale, timeZone: config.timeZone };
  };
  const members = new MembersKeeper({
    ...{ store, clock, chats, log, notifying },
    committed: () => outbox.wake(),
    changed: (change) => redraw.changed(change),
  });
  deps.members = members;
  const views = makeViews(deps);
  deps.views = views;
  const outbox = new Outbox({
    ...{ store, clock, chats, log, digest, views },
    changed: (change) => redraw.changed(change),
    hold: async (place, locale) => {
      await members.fresh(place);
      const ctx = { ...notifying(), platforms: platformsWith(config.adapters) };
      return await holdPost(store.db, ctx, place, locale);
    },
  });
  const redraw = new Redraw({ store, chats, views, log });
  await process.refresh();
  const dispatch = makeDispatch(deps);
  const runner = new JobRunner<JobContext>({
    store,
    clock,
    log,
    jobs: allJobs,
    ran: () => {
      outbox.wake();
      redraw.poll();
    },
    context: (now) => {
      const { process: rules, version } = process.inForce;
      return {
        store,
        now,
        process: rules,
        processVersion: version,
        calendar: calendarOf(rules),
        locale: config.locale,
        timeZone: rules.timeZone ?? config.timeZone,
      };
    },
  });

  const runJobs = () => runner.runDue(clock.now());
  const catchUp = async () => {
    await runJobs();
    await outbox.flush();
  };
  const draw = (chart: Chart, locale: Locale, isDark = false) => drawChart(chart, { locale, isDark });
  const make = (file: CardFile) => fileBytes(deps, file);
  // The page is where people of the sandbox speak.
  const hasPage = config.sandbox && config.role !== 'worker';
  const sandbox: SandboxChat | null = hasPage
    ? await openSandbox(config, deps, clock, {
        ...{ draw, log },
        moved: async () => {
          await workOn('moved');
          await catchUp();
        },
        played: ({ id }) => life?.notePlayed(id),
      })
    : null;
  const live = sandbox && { chat: sandbox, clock, runJobs, catchUp };
  const life = live && new DemoLife(deps, live);
  const workOn = async (since: 'moved' | 'away') =>
    await life?.catchUp(since).catch((error) => {
      log.error({ err: error }, 'the demo team could not go on');
    });
  const acts = new StoredActs({
    ...{ store, clock, machineClock: systemClock, log, incident, isGone },
    holder: holderName(),
    gaveUp: async (tx, act) => {
      await tellOfDeadAct(tx, notifying(), act, dispatch.typed);
    },
  });
  const opened = await openChats(config, store, clock, { draw, make, log }, acts);
  for (const chat of [...(sandbox ? [sandbox] : []), ...opened.map((one) => one.chat)])
    chats.set(chat.platform, chat);

  const checkProcess = async () => {
    if (!(await process.refresh())) return;
    redraw.rulesChanged();
    const deals = await recomputeDealClocks(deps);
    log.info({ version: process.inForce.version, deals }, 'another version of the rules is in force');
  };

  let watcher: NodeJS.Timeout | undefined;
  let wallWatcher: NodeJS.Timeout | undefined;
  const setupCode = config.sandbox ? null : await openSetup(store, config.adminSetupCode);
  return {
    store,
    deps,
    runner,
    setupCode,
    url: () => sandbox?.url ?? null,
    async start() {
      if (sandbox && live) {
        await sandbox.open(dispatch);
        await playDemo(deps, live, (done, all) => {
          if (done % 10 === 0) log.info({ done, all }, 'writing the demo history');
        });
        await admitEverybody(store, clock.now());
        await workOn('away');
      }
      for (const { usage } of opened) await usage.load();
      await Promise.all([...chats.values()].map((chat) => chat.start(dispatch)));
      if (config.role !== 'bot') runner.start();
      outbox.start();
      await whileBusy(() => recomputeDealClocks(deps));
      watcher = setInterval(() => {
        checkProcess().catch((error) => log.error({ err: error }, 'process file not readable'));
      }, processCheckMs).unref();
      wallWatcher = setInterval(() => redraw.poll(), wallCheckMs).unref();
    },
    async stop() {
      clearInterval(watcher);
      clearInterval(wallWatcher);
      for (const chat of chats.values()) await chat.stop();
      await runner.stop();
      await acts.stop();
      await redraw.stop();
      await outbox.stop();
      for (const { usage } of opened) await usage.write();
      await sandbox?.settled();
      await store.close();
    },
  };
}

/** Loads the model's library only if a model is configured. */
async function modelOf(options: NonNullable<Config['model']>, deps: ModelDeps): Promise<Model> {
  const { ConfiguredModel } = await import('../model/configured-model.js');
  return new ConfiguredModel(options, deps);
}
