import { DingtalkEmulator } from '../dingtalk/emulator.js';
import { pick, type Stage } from './stage.js';

const card = 'createAndDeliver';

export async function dingtalkStage(names: readonly string[]): Promise<Stage> {
  const dingtalk = await DingtalkEmulator.start({ redeliverMs: 2_000 });
  const people = names.map((name, at) => dingtalk.person(`staff${at}`, name));
  const { faults, gateway } = dingtalk;
  return {
    platform: 'dingtalk',
    acknowledges: true,
    isIdempotent: true,
    env: {
      DINGTALK_CLIENT_ID: dingtalk.company.clientId,
      DINGTALK_CLIENT_SECRET: dingtalk.company.clientSecret,
      DINGTALK_API_URL: dingtalk.url,
      DINGTALK_OAPI_URL: dingtalk.url,
      // Else texts without ids, which cost nothing, are sent instead of cards once a month's calls run short.
      DINGTALK_MONTHLY_CALLS: '1000000',
      DINGTALK_MONTHLY_PUSHES: '1000000',
    },
    people: people.map(({ staffId, name }) => ({ id: staffId ?? '', chat: staffId ?? '', name })),
    connected: () => gateway.waitFor(1),
    disconnected: () => gateway.untilDisconnected(),
    async says(person, words, mark) {
      const sent = people[person]?.says(words);
      if (!sent) throw new Error('nobody');
      return {
        mark,
        person,
        isAcknowledged: () => sent.ackedAfter !== undefined,
        again: async () => gateway.redeliver(sent),
      };
    },
    answers: (person) =>
      (people[person]?.chat.messages ?? [])
        .filter(({ author }) => author === null)
        .map((message) => message.readable()),
    disturb: (roll) =>
      pick(roll, [
        () => faults.refuse(card, 'ServiceUnavailable', { status: 503 }),
        () => faults.refuse(card, 'Throttling', { status: 429 }),
        () => faults.serverError(card),
        () => faults.htmlPage(card),
        () => faults.loseRequest(card),
        () => faults.loseAnswer(card),
      ])(),
    cutSockets: () => gateway.dropAll(),
    close: async () => await dingtalk.close(),
  };
}
