import { expect } from 'vitest';
import type { Product } from '../../bot/wiring/wire.js';
import type { Inbound, PlaceRef } from '../../kernel/chat/chat.js';
import { decodeCall } from '../../kernel/render/call-code.js';
import { afterwards } from './endings.js';
import { type PaperAct, PaperPlatform } from './paper-platform.js';
import { productWith } from './plugged-in.js';

/** A team at work on paper; stopped once the test has ended. */
export class PaperOffice {
  private last: PaperAct | undefined;
  private acts = 0;

  private constructor(
    readonly paper: PaperPlatform,
    readonly product: Product,
  ) {}

  static async open(): Promise<PaperOffice> {
    const paper = new PaperPlatform();
    afterwards(() => expect(paper.failures).toEqual([]));
    return new PaperOffice(paper, await productWith(paper.adapter, { PAPER_INK: 'black' }));
  }

  /** 李雷 does something there; resolves when it is acknowledged. */
  async act(place: PlaceRef, act: Inbound['act']): Promise<void> {
    this.last = { id: `act-${++this.acts}`, person: '李雷', place, act };
    await this.paper.deliver(this.last);
  }

  /** Delivers the newest act once more. */
  async again(): Promise<void> {
    if (this.last) await this.paper.deliver(this.last);
  }

  all(place: PlaceRef): string {
    return this.idsIn(place)
      .map((id) => this.textOf(id))
      .join('\n');
  }

  /** Waits for a sheet there that reads so; gives the newest. */
  async sees(place: PlaceRef, words: RegExp) {
    await expect.poll(() => this.all(place)).toMatch(words);
    const id = this.idsIn(place).findLast((one) => words.test(this.textOf(one))) ?? '';
    return {
      readable: () => this.textOf(id),
      taps: async (label: string) => {
        const box = this.paper.sheets.get(id)?.message.boxes.find((one) => one.label === label);
        const call = decodeCall(box?.code ?? '');
        if (!call) throw new Error(`no box ${label}`);
        await this.act(place, { kind: 'tap', call, messageId: id });
      },
    };
  }

  private textOf(id: string): string {
    return this.paper.sheets.get(id)?.message.lines.join('\n') ?? '';
  }

  private idsIn({ id }: PlaceRef): string[] {
    return [...this.paper.sheets].flatMap(([sheet, { place }]) => (place === id ? [sheet] : []));
  }
}
