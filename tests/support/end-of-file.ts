import { afterAll } from 'vitest';
import { endFile } from './endings.js';

// Run for each test file: modules are shared by the files of a process, so that none is loaded twice.
afterAll(endFile);
