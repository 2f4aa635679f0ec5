import { WSClient, type WSClientOptions, type WsFrame } from '@wecom/aibot-node-sdk';
import { WecomEmulator, type WecomOptions } from './emulator.js';

const silence = { debug() {}, info() {}, warn() {}, error() {} };

/** The vendor's own client, quick to come back and without a word on the console. */
export class RealClient {
  readonly client: WSClient;
  /** Its `error` events. */
  readonly errors: Error[] = [];
  /** What it was told, in order. */
  readonly frames: WsFrame[] = [];
  private readonly answered: Promise<unknown>[] = [];

  constructor(wecom: WecomEmulator, options: Partial<WSClientOptions> = {}) {
    this.client = new WSClient({
      botId: wecom.botId,
      secret: wecom.secret,
      wsUrl: wecom.url,
      reconnectInterval: 10,
      maxReconnectAttempts: -1,
      logger: silence,
      ...options,
    });
    this.client.on('error', (error) => this.errors.push(error));
    this.client.on('message', (frame) => this.frames.push(frame));
    this.client.on('event', (frame) => this.frames.push(frame));
  }

  connect(): this {
    this.client.connect();
    return this;
  }

  /** Told so many callbacks before, this one; fails if it did not come yet. */
  frame(index: number): WsFrame {
    const frame = this.frames[index];
    if (!frame) throw new Error(`told ${this.frames.length} things only`);
    return frame;
  }

  /** From now on answers what it is told, until the test is over. */
  answers(answer: (frame: WsFrame) => Promise<unknown>): void {
    // An answer that nobody waits for would end the process when the connection goes.
    const settle = (frame: WsFrame) => this.answered.push(answer(frame).catch((error: unknown) => error));
    this.client.on('message', settle);
    this.client.on('event', settle);
  }

  /** Its answers so far, acks or refusals. */
  async outcomes(): Promise<unknown[]> {
    return await Promise.all(this.answered);
  }

  /** The next time that happens. */
  next(event: 'authenticated' | 'disconnected'): Promise<void> {
    return new Promise((resolve) => this.client.once(event, () => resolve()));
  }

  /** What it is told next. */
  told(): Promise<WsFrame> {
    return new Promise((resolve) => {
      const take = (frame: WsFrame) => {
        this.client.off('message', take);
        this.client.off('event', take);
        resolve(frame);
      };
      this.client.on('message', take);
      this.client.on('event', take);
    });
  }
}

export interface Connected {
  wecom: WecomEmulator;
  bot: RealClient;
}

/** An emulator with the real client subscribed to it, both gone when the test is over. */
export async function connected(
  onTestFinished: (end: () => Promise<void>) => void,
  options: WecomOptions = {},
  clientOptions: Partial<WSClientOptions> = {},
): Promise<Connected> {
  const wecom = await WecomEmulator.start(options);
  const bot = new RealClient(wecom, clientOptions);
  onTestFinished(async () => {
    bot.client.disconnect();
    await wecom.close();
  });
  const authenticated = bot.next('authenticated');
  bot.connect();
  await authenticated;
  return { wecom, bot };
}
