import { $, post } from './page.js';

const guide = $('#guide');

/** Ticks the steps that are done, and takes the guide away once the visitor has put it away. */
export function showGuide({ done, isAway }) {
  if (!guide) return;
  if (isAway) return guide.remove();
  const steps = [...guide.querySelectorAll('[data-step]')];
  for (const step of steps) step.dataset.done = done.includes(step.dataset.step);
  guide.dataset.all = done.length === steps.length;
}

export function startGuide() {
  $('#guide-away')?.addEventListener('click', async () => {
    guide.remove();
    await post('/guide', {}).catch(() => undefined);
  });
}
