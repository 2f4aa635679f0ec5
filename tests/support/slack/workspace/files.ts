import type { User } from './user.js';

/** A file that an app uploads in three calls (slack.md, section 5). */
export class SlackFile {
  title: string;
  bytes: Buffer | undefined;
  /** Empty until Slack has processed it. */
  mimetype = '';
  filetype = '';
  completed = false;
  /** Set where it was recorded in Slack itself. */
  recordedAs: 'slack_audio' | 'slack_video' | undefined;
  readonly sharedIn: { channelId: string; ts: string }[] = [];

  constructor(
    readonly id: string,
    readonly name: string,
    readonly length: number,
    readonly altText: string,
    readonly owner: User,
    readonly createdAt: Date,
    private readonly base: string,
  ) {
    this.title = name;
  }

  get urlPrivate(): string {
    return `${this.base}/files-pri/${this.id}/${encodeURIComponent(this.name)}`;
  }

  get permalink(): string {
    return `${this.base}/files/${this.owner.id}/${this.id}/${encodeURIComponent(this.name)}`;
  }

  get isProcessed(): boolean {
    return this.mimetype !== '';
  }

  /** Only these are shown in blocks: /reference/block-kit/composition-objects/slack-file-object */
  get isImage(): boolean {
    return ['image/png', 'image/jpeg', 'image/gif'].includes(this.mimetype);
  }

  process(): void {
    [this.mimetype, this.filetype] = kindOf(this.bytes ?? Buffer.alloc(0), this.name);
  }
}

/** All files of the workspace. */
export class Files {
  /** How long Slack takes to process one; `Infinity` for never. */
  processingMs = 30;
  /** Slack has also answered ok and never shared (slackapi/node-slack-sdk#2040). */
  forgetsToShare = false;
  private readonly byId = new Map<string, SlackFile>();
  private readonly byTicket = new Map<string, SlackFile>();
  private readonly timers = new Set<NodeJS.Timeout>();

  add(file: SlackFile, ticket: string): void {
    this.byId.set(file.id, file);
    this.byTicket.set(ticket, file);
  }

  get(id: string): SlackFile | undefined {
    return this.byId.get(id);
  }

  /** A ticket is good for one upload. */
  takeTicket(ticket: string): SlackFile | undefined {
    const file = this.byTicket.get(ticket);
    this.byTicket.delete(ticket);
    return file;
  }

  find({ id, url }: { id?: string; url?: string }): SlackFile | undefined {
    if (id !== undefined) return this.byId.get(id);
    return [...this.byId.values()].find((file) => file.urlPrivate === url || file.permalink === url);
  }

  /** Processes in the background, as Slack does. */
  complete(file: SlackFile, then: () => void): void {
    file.completed = true;
    if (!Number.isFinite(this.processingMs)) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      file.process();
      if (!this.forgetsToShare) then();
    }, this.processingMs);
    this.timers.add(timer);
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }
}

const signatures: [magic: string, mimetype: string, filetype: string][] = [
  ['89504e470d0a1a0a', 'image/png', 'png'],
  ['ffd8ff', 'image/jpeg', 'jpg'],
  ['474946383', 'image/gif', 'gif'],
  ['25504446', 'application/pdf', 'pdf'],
];

/** By the first bytes, as Slack does, not by the name. */
function kindOf(bytes: Buffer, name: string): [mimetype: string, filetype: string] {
  const head = bytes.subarray(0, 8).toString('hex');
  const known = signatures.find(([magic]) => head.startsWith(magic));
  if (known) return [known[1], known[2]];
  if (name.endsWith('.csv')) return ['text/csv', 'csv'];
  return bytes.includes(0) ? ['application/octet-stream', 'binary'] : ['text/plain', 'text'];
}
