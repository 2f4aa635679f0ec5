import { join } from 'node:path';
import { SlackEmulator } from '../slack/emulator.js';
import { pick, type Stage } from './stage.js';

const post = 'chat.postMessage';
const manifest = join(import.meta.dirname, '../../../docs/slack-manifest.json');

export async function slackStage(names: readonly string[]): Promise<Stage> {
  const slack = await SlackEmulator.start({ manifest });
  const people = names.map((name) =>
    slack.person(name, { realName: name, tz: 'Asia/Shanghai', locale: 'zh-CN' }),
  );
  const { faults } = slack;
  return {
    platform: 'slack',
    acknowledges: true,
    isIdempotent: false,
    env: {
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
    },
    people: people.map(({ id, dm, user }) => ({ id, chat: dm.id, name: user.realName })),
    connected: () => slack.sockets.waitFor(1),
    disconnected: () => slack.sockets.untilDisconnected(),
    async says(person, words, mark) {
      await people[person]?.says(words);
      const delivery = slack.deliveries.all.findLast(({ payload }) => JSON.stringify(payload).includes(mark));
      return {
        mark,
        person,
        isAcknowledged: () => delivery?.status === 'acked',
        again: async () => delivery && (await slack.deliveries.redeliver(delivery, { envelope: 'new' })),
      };
    },
    answers: (person) =>
      (people[person]?.dm.messages ?? [])
        .filter(({ author }) => author.id !== people[person]?.id)
        .map((message) => message.readable()),
    disturb: (roll) =>
      pick(roll, [
        () => faults.serverError(post, { status: 503 }),
        () => faults.rateLimit(post),
        () => faults.serverError(post),
        () => faults.htmlPage(post),
        () => faults.loseRequest(post),
        () => faults.loseAnswer(post),
      ])(),
    cutSockets: () => void slack.sockets.drop(),
    close: async () => await slack.close(),
  };
}
