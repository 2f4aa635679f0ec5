import { expect, test } from 'vitest';
import { instantOf } from '../../kernel/time/zone.js';
import { world } from '../support/world.js';

test.each(['zh', 'en'] as const)(
  'reports tell the day a task was due, not the end of it: %s',
  async (locale) => {
    const w = await world({ locale, at: instantOf('2026-11-30', '10:00', 'Asia/Shanghai') });
    const lei = await w.rep('李雷');
    const zhou = await w.manager('周敏');
    await lei.says(locale === 'zh' ? '商机 星河科技 30万 王总' : 'deal 星河科技 300000');
    await lei.calls({ command: 'plan', input: { subject: 'D-1', next: '2026-12-01', note: 'x' } });
    await lei.calls({ command: 'plan', input: { subject: 'D-1', next: '2026-12-02T15:00', note: 'y' } });
    const [first, second] = locale === 'zh' ? ['12月1日', '12月2日'] : ['Dec 1', 'Dec 2'];
    w.clock.advance(6 * 24 * 60 * 60_000);
    const stalled = await zhou.calls({ command: 'stalled', input: {} });
    const explained = await zhou.calls({ command: 'explain', input: { figure: 'overdue' } });
    for (const { cards } of [stalled, explained]) {
      const words = JSON.stringify(cards);
      expect(words).toContain(first);
      expect(words).toMatch(new RegExp(`${second}[^"]*${locale === 'zh' ? '15:00' : '3:00 PM'}`));
      expect(words).not.toMatch(/\b00:00|12:00 AM/);
    }
    expect(w.incidents).toEqual([]);
    await w.close();
  },
);
