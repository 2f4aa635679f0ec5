import type { SandboxClock } from '../../adapters/sandbox/room/options.js';
import { type MovableClock, systemClock } from '../../kernel/time/clock.js';
import { addDays, weekday } from '../../kernel/time/dates.js';
import type { WorkCalendar } from '../../kernel/time/workdays.js';
import { instantOf, localDate, localTime } from '../../kernel/time/zone.js';

const jumps = [
  { id: 'hour', label: { zh: '+1 小时', en: '+1 hour' } },
  { id: 'morning', label: { zh: '明早 08:30', en: 'Next morning 08:30' } },
  { id: 'monday', label: { zh: '周一 09:00', en: 'Monday 09:00' } },
  { id: 'workdays', label: { zh: '+3 个工作日', en: '+3 workdays' } },
  { id: 'now', label: { zh: '回到现在', en: 'Back to now' } },
];

/** The clock panel: moves the product's clock, then runs what became due. */
export function sandboxClock(
  clock: MovableClock,
  zone: string,
  calendar: () => WorkCalendar,
  moved: () => Promise<void>,
): SandboxClock {
  const target = (id: string): Date => {
    const now = clock.now();
    const today = localDate(now, zone);
    switch (id) {
      case 'hour':
        return new Date(now.getTime() + 60 * 60 * 1000);
      case 'morning':
        return instantOf(calendar().nextWorkday(today), '08:30', zone);
      case 'monday':
        return instantOf(addDays(today, 8 - weekday(today)), '09:00', zone);
      case 'workdays':
        return instantOf(calendar().addWorkdays(today, 3), localTime(now, zone), zone);
      default:
        return systemClock.now();
    }
  };
  return {
    now: () => clock.now(),
    zone,
    jumps,
    jump: async (id) => {
      clock.moveTo(target(id));
      await moved();
    },
    moveTo: async (date) => {
      clock.moveTo(date);
      await moved();
    },
  };
}
