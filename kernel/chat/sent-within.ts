import type { Sent } from './chat.js';

/** Waits `ms` at most for a chat to send: one silent chat must not hold up all others. A fault is a failed send. */
export async function sentWithin(ms: number, sending: Promise<Sent>): Promise<Sent> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Sent>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, reason: 'no answer in time' }), ms);
  });
  try {
    return await Promise.race([sending, late]);
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
