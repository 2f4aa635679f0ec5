import type { SandboxClock } from '../../adapters/sandbox/room/options.js';
import { type MovableClock, systemClock } from '../../kernel/time/clock.js';
import { addDays, weekday } from '../../kernel/time/dates.js';
import type { WorkCalendar } from '../../kernel/time/workdays.js';
import { instantOf, localDate, localTime } from '../../kernel/time/zone.js';
import { inEachLanguage } from '../../texts/languages.js';

const jumps = (['hour', 'morning', 'monday', 'workdays', 'now'] as const).map((id) => ({
  id,
  label: inEachLanguage((t) => t.page.jumps[id]),
}));

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
