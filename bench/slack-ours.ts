import { loadConfig } from '../bot/config/config.js';
import { keepHeapSmall } from '../bot/config/heap.js';
import { makeLog } from '../bot/config/log.js';
import { wire } from '../bot/wiring/wire.js';
import { tellWhenSettled } from './settle.js';

/** `slack-ours DATABASE`: the product, connected to the Slack that the environment names. */
keepHeapSmall();
const { SLACK_URL, BOT_TOKEN, APP_TOKEN } = process.env;
const config = loadConfig({
  DATABASE_URL: `file:${process.argv[2]}`,
  SANDBOX: 'off',
  LOG_LEVEL: 'fatal',
  SLACK_API_URL: SLACK_URL,
  SLACK_BOT_TOKEN: BOT_TOKEN,
  SLACK_APP_TOKEN: APP_TOKEN,
});
const product = await wire(config, makeLog(config.logLevel));
await product.start();
tellWhenSettled();
process.send?.('ready');
