#!/usr/bin/env node
import { runCli } from './cli/program.js';
import { processTerminal } from './cli/terminal.js';
import { loadConfig, readEnvironment } from './config/config.js';

const env = readEnvironment();
const terminal = processTerminal(env);

process.exitCode = await runCli(process.argv.slice(2), terminal, async () => {
  const config = loadConfig(env);
  const { start } = await import('./main.js');
  await start(config, (line) => terminal.err(`${line}\n`));
});
