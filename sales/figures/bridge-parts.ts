/** A deal's state at one end of a span. */
export interface BridgeState {
  status: 'open' | 'won' | 'lost';
  /** Minor units; 0 if unknown. */
  amount: number;
  /** Expected to close within the chosen window, or without a close date. */
  isDue: boolean;
  /** Owned by the chosen team. */
  isOurs: boolean;
}

/** A deal that was or is in the forecast, at both ends; `before` null: it did not exist yet. */
export interface BridgeDeal {
  id: string;
  before: BridgeState | null;
  after: BridgeState;
}

export const bridgeParts = [
  'new',
  'pulledIn',
  'grown',
  'handedIn',
  'won',
  'lost',
  'slipped',
  'shrunk',
  'handedAway',
] as const;
export type BridgePart = (typeof bridgeParts)[number];

/** What led from the opening to the closing sum: each part with its deals and their amounts (minor units). */
export interface Bridge {
  opening: number;
  closing: number;
  parts: Record<BridgePart, { amount: number; deals: { id: string; amount: number }[] }>;
}

/**
 * Explains the change of the forecast: opening + all parts = closing, to the cent. A deal that changed its
 * amount and left adds the change to grown or shrunk, and the rest to where it went.
 */
export function bridgeOf(deals: readonly BridgeDeal[]): Bridge {
  const parts = Object.fromEntries(
    bridgeParts.map((part) => [part, { amount: 0, deals: [] }]),
  ) as unknown as Bridge['parts'];
  const add = (part: BridgePart, id: string, amount: number) => {
    if (amount === 0) return;
    parts[part].amount += amount;
    parts[part].deals.push({ id, amount });
  };
  let [opening, closing] = [0, 0];
  for (const { id, before, after } of deals) {
    const was = before && isIn(before) ? before.amount : null;
    const is = isIn(after) ? after.amount : null;
    opening += was ?? 0;
    closing += is ?? 0;
    if (was === null && is === null && !leftAtOnce(before, after)) continue;
    const entered = was ?? before?.amount ?? after.amount;
    if (was === null) add(partOfEntry(before, after), id, entered);
    const change = after.amount - entered;
    const stays = is !== null || after.status !== 'open';
    if (stays) add(change > 0 ? 'grown' : 'shrunk', id, change);
    if (is === null) add(partOfExit(after), id, -(stays ? after.amount : entered));
  }
  return { opening, closing, parts };
}

const isIn = ({ status, isDue, isOurs }: BridgeState): boolean => status === 'open' && isDue && isOurs;

/**
 * Whether a deal came and was closed within the span, or was won before its expected day: it counts as in and
 * out.
 */
function leftAtOnce(before: BridgeState | null, after: BridgeState): boolean {
  if (after.status === 'open' || !after.isOurs) return false;
  return before === null || (before.status === 'open' && after.status === 'won');
}

function partOfEntry(before: BridgeState | null, after: BridgeState): BridgePart {
  if (before === null || before.status !== 'open') return 'new';
  return before.isOurs || !after.isOurs ? 'pulledIn' : 'handedIn';
}

function partOfExit(after: BridgeState): BridgePart {
  if (after.status !== 'open') return after.status;
  return after.isOurs ? 'slipped' : 'handedAway';
}
