import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SlackEmulator } from '../tests/support/slack/emulator.js';
import type { Person } from '../tests/support/slack/people/person.js';
import { childScript, median, ms, type Row, times } from './measure.js';

/** A person is heard again after so many others, so that nobody waits for the one message a second and channel. */
const people = 200;
const rounds = 5;
const words = ['电话 价格偏高', '拜访 方案已讲', '微信 约了下周', '电话 还要比一比'];

/** What an app's process tells once it has settled. */
export interface Settled {
  residentMiB: number;
}

/** `/log` from the command to the message that answers it, against a bare Bolt app that answers a fixed text. */
export async function benchSlack(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'genjin-bench-slack-'));
  const ours = await Side.start('slack-ours', folder);
  const bare = await Side.start('slack-bare', folder);
  try {
    for (const side of [ours, bare]) await side.warmUp();
    const took = { ours: [] as number[], bare: [] as number[] };
    for (let n = 0; n < people * rounds; n++) {
      took.ours.push(await ours.log(n));
      took.bare.push(await bare.log(n));
    }
    const ratios = took.ours.map((time, n) => time / (took.bare[n] ?? 1));
    const [a, b] = [await ours.settled(), await bare.settled()];
    const size = `${people} people, ${people * rounds} acts`;
    return [
      {
        what: '`/log` in Slack, command to card, median',
        size,
        ours: ms(median(took.ours)),
        floor: ms(median(took.bare)),
        ratio: times(median(ratios)),
        aim: '≤ 1.3×',
      },
      {
        what: '`/log` in Slack, 99th of 100',
        size,
        ours: ms(percentile(took.ours)),
        floor: ms(percentile(took.bare)),
        ratio: times(percentile(took.ours) / percentile(took.bare)),
        aim: '≤ 1.5×',
      },
      {
        what: 'resident memory over the bare app',
        size,
        ours: `${a.residentMiB} MiB`,
        floor: `${b.residentMiB} MiB`,
        ratio: `+${a.residentMiB - b.residentMiB} MiB`,
        aim: '≤ 60 MB',
      },
    ];
  } finally {
    for (const side of [ours, bare]) await side.stop();
    rmSync(folder, { recursive: true });
  }
}

const percentile = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? Number.NaN;

/** One app in a process of its own, and the Slack it is connected to. */
class Side {
  private readonly staff: Person[];
  private arrived: () => void = () => undefined;

  private constructor(
    private readonly slack: SlackEmulator,
    private readonly app: ChildProcess,
  ) {
    this.staff = Array.from({ length: people }, (_, n) => slack.person(`rep${n}`, { locale: 'zh-CN' }));
    const before = slack.workspace.onMessage;
    slack.workspace.onMessage = (message) => {
      before(message);
      if (message.bot) this.arrived();
    };
  }

  static async start(script: string, folder: string): Promise<Side> {
    const slack = await SlackEmulator.start();
    const app = fork(childScript(script), [join(folder, `${script}.db`)], {
      env: { ...process.env, SLACK_URL: slack.apiUrl, BOT_TOKEN: slack.botToken, APP_TOKEN: slack.appToken },
    });
    await once(app, 'message');
    await slack.sockets.waitFor(1);
    return new Side(slack, app);
  }

  /** Everybody has a customer, and has been heard once. */
  async warmUp(): Promise<void> {
    for (let n = 0; n < people; n++) await this.act(n, '/sale', `线索 客户${n}号公司`);
    for (let n = 0; n < people; n++) await this.log(n);
  }

  /** Milliseconds until the answer stands in the chat. */
  async log(n: number): Promise<number> {
    return await this.act(n, '/log', `L-${(n % people) + 1} ${words[n % words.length]}`);
  }

  private async act(n: number, command: string, text: string): Promise<number> {
    const answered = new Promise<void>((resolve) => {
      this.arrived = resolve;
    });
    const began = performance.now();
    await this.staff[n % people]?.slash(command, text);
    await answered;
    return performance.now() - began;
  }

  async settled(): Promise<Settled> {
    this.app.send('settle');
    const [told] = (await once(this.app, 'message')) as [Settled];
    return told;
  }

  async stop(): Promise<void> {
    this.app.kill();
    await once(this.app, 'exit');
    await this.slack.close();
  }
}
