import { beforeEach, expect, test } from 'vitest';
import { InboundQueue } from '../../../kernel/chat/inbound-queue.js';

let failures: [id: string | undefined, message: string][];
let done: string[];
let queue: InboundQueue;

beforeEach(() => {
  failures = [];
  done = [];
  const failed = (error: unknown, id?: string) => void failures.push([id, (error as Error).message]);
  queue = new InboundQueue({ failed, remembered: 3 });
});

/** Work that ends when told to. */
function held(name: string): { work(): Promise<void>; end(): void } {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    work: async () => {
      await ended;
      done.push(name);
    },
    end: () => end(),
  };
}

const does = (name: string) => async () => void done.push(name);

test('a second delivery of an act waits for the first instead of running again', async () => {
  const first = held('first');
  const one = queue.once('e1', first.work);
  const two = queue.once('e1', does('again'));
  first.end();
  await Promise.all([one, two]);
  await queue.once('e1', does('late'));
  expect(done).toEqual(['first']);
});

test('only the newest acts are remembered', async () => {
  for (const id of ['e1', 'e2', 'e3', 'e4']) await queue.once(id, does(id));
  await queue.once('e4', does('e4 again'));
  await queue.once('e1', does('e1 again'));
  expect(done).toEqual(['e1', 'e2', 'e3', 'e4', 'e1 again']);
});

test('acts of one person run in order, acts of different people in parallel', async () => {
  const slow = held('lei 1');
  const all = [
    queue.inTurn('lei', slow.work),
    queue.inTurn('lei', does('lei 2')),
    queue.inTurn('mei', does('mei 1')),
  ];
  await all[2];
  expect(done).toEqual(['mei 1']);
  slow.end();
  await Promise.all(all);
  expect(done).toEqual(['mei 1', 'lei 1', 'lei 2']);
});

test('a failed act is reported and blocks no other act', async () => {
  const fails = async (): Promise<void> => {
    throw new Error('no database');
  };
  await queue.once('e1', () => queue.inTurn('lei', fails));
  await queue.once('e2', () => queue.inTurn('lei', does('lei 2')));
  await queue.run(fails);
  expect(failures).toEqual([
    ['e1', 'no database'],
    [undefined, 'no database'],
  ]);
  expect(done).toEqual(['lei 2']);
});

test('drain waits for running acts and for acts that begin meanwhile', async () => {
  const first = held('first');
  const second = held('second');
  void queue.once('e1', async () => {
    await first.work();
    void queue.once('e2', second.work);
  });
  let drained = false;
  const draining = queue.drain().then(() => {
    drained = true;
  });
  first.end();
  await new Promise((resolve) => setImmediate(resolve));
  expect([done, drained]).toEqual([['first'], false]);
  second.end();
  await draining;
  expect(done).toEqual(['first', 'second']);
});
