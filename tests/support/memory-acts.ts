import type { ActStore, OpenAct } from '../../kernel/chat/act-store.js';

/** Acts of a chat that a test runs without a database. */
export class MemoryActs implements ActStore {
  private readonly acts = new Map<string, { incoming: unknown; open: boolean; attempts: number }>();

  async receive(id: string, incoming: unknown): Promise<boolean> {
    if (this.acts.has(id)) return false;
    this.acts.set(id, { incoming, open: true, attempts: 0 });
    return true;
  }

  done(id: string): void {
    const act = this.acts.get(id);
    if (act) act.open = false;
  }

  holdUp(): void {}

  isBehind(): boolean {
    return false;
  }

  putOff(): void {}

  giveUp(id: string): void {
    this.done(id);
  }

  async takeOpen(): Promise<OpenAct[]> {
    return [];
  }
}
