import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawnHousePage, housePage } from './draw-house.js';
import { root } from './house.js';

it('the page on the architecture shows the house as it is; `npm run generate` draws it', async () => {
  await expect(drawnHousePage()).toMatchFileSnapshot(join(root, housePage));
});
