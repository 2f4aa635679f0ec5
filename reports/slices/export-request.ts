import type { Slice } from './read-slice.js';

/** What can be exported as a file. */
export type ExportRequest =
  | { kind: 'slice'; slice: Slice; team?: string; name?: string }
  | { kind: 'yield'; by: 'source' | 'product'; period?: string; team?: string }
  | { kind: 'loss' | 'funnel' | 'ranking'; period?: string; team?: string };
