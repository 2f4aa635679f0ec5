import { configPage, envExample } from './config-text.js';

/** Files made from declarations in the code; a test fails when one has drifted from what would be made. */
export const generated: Record<string, () => string> = {
  '.env.example': envExample,
  'docs/config.md': configPage,
};
