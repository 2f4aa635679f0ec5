import { afterEach, expect, it } from 'vitest';
import { type World, world } from '../support/world.js';

let w: World;
afterEach(async () => {
  expect(w.incidents).toEqual([]);
  await w.close();
});

it('a person sets the time zone in which their hours are read, and can undo it', async () => {
  w = await world({ locale: 'en' });
  const amy = await w.rep('Amy Chen');
  await amy.says('deal Larkspur Hotels POS 30k');
  await amy.says('my time zone is Pacific').sees('Your time zone is now Pacific Time', '[Undo]');
  await amy.says('call Larkspur Monday 3pm ET').sees('Mon, Nov 30 at 12:00 PM');
  await amy.says('set my timezone to Tokyo').sees('Japan');
  await amy.says('undo').sees('time zone');
  await amy.says('timezone').sees('Pacific Time');
  await amy.says('timezone Mars').sees('time zone called "Mars"', 'timezone London');
});

it('whoever only tells where they are is asked before their clock changes', async () => {
  w = await world({ locale: 'en' });
  const amy = await w.rep('Amy Chen');
  await amy.says("I'm in London this week").sees('[Use United Kingdom Time]').misses('now.');
  await amy.says("I'm in a meeting").misses('clock');
  await amy.says("I'm in London this week");
  await amy.taps('Use United Kingdom Time').sees('Your time zone is now United Kingdom Time');
});

it('the time zone is set in Chinese as well', async () => {
  w = await world();
  const lei = await w.rep('李雷');
  await lei.says('时区 伦敦').sees('您的时区已改为英国时间');
  await lei.says('我的时区是北京时间').sees('中国标准时间');
  await lei.says('我这周在东京出差').sees('要把您的时间改成日本');
  await lei.says('时区 火星').sees('不认识时区「火星」');
});
