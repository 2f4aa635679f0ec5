import { writeFileSync } from 'node:fs';
import { generated } from './generated.js';

for (const [path, make] of Object.entries(generated)) writeFileSync(path, make());
