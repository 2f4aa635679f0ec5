import { App } from '@slack/bolt';
import { tellWhenSettled } from './settle.js';

/** `slack-bare`: the least that answers a command with a message. */
const { SLACK_URL = '', BOT_TOKEN, APP_TOKEN } = process.env;
const app = new App({
  token: BOT_TOKEN,
  appToken: APP_TOKEN,
  socketMode: true,
  clientOptions: { slackApiUrl: SLACK_URL },
});
app.command(/.*/, async ({ ack, body, client }) => {
  await ack();
  await client.chat.postMessage({ channel: body.channel_id, text: '已记' });
});
await app.start();
tellWhenSettled();
process.send?.('ready');
