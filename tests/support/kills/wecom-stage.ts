import { WecomEmulator } from '../wecom/emulator.js';
import { commands } from '../wecom/frames.js';
import { pick, type Stage } from './stage.js';

const cmd = commands.push;

export async function wecomStage(names: readonly string[]): Promise<Stage> {
  const wecom = await WecomEmulator.start();
  const people = names.map((name, at) => wecom.person(`member${at}`, name));
  for (const one of people) one.chat.open = true;
  const { faults } = wecom;
  return {
    platform: 'wecom',
    acknowledges: false,
    isIdempotent: true,
    env: {
      WECOM_BOT_ID: wecom.botId,
      WECOM_BOT_SECRET: wecom.secret,
      WECOM_BOT_NAME: '跟进',
      WECOM_WS_URL: wecom.url,
    },
    people: people.map(({ id, name }) => ({ id, chat: id, name })),
    connected: async () => void (await wecom.untilSubscribed()),
    disconnected: () => wecom.untilDisconnected(),
    async says(person, words, mark) {
      const said = await people[person]?.says(words);
      return {
        mark,
        person,
        isAcknowledged: () => false,
        again: async () => said?.callback && (await wecom.redelivers(said.callback)),
      };
    },
    answers: (person) => (people[person]?.chat.answers ?? []).map((message) => message.readable()),
    disturb: (roll) =>
      pick(roll, [
        () => faults.refuse(45009, { cmd }),
        () => faults.refuse(846607, { cmd }),
        () => faults.loseRequests({ cmd }),
        () => faults.loseAcks({ cmd }),
        () => faults.dropBeforeRequests({ cmd }),
        () => faults.dropBeforeAcks({ cmd }),
      ])(),
    cutSockets: () => faults.dropAll(),
    close: async () => await wecom.close(),
  };
}
