import { $, page, post } from './page.js';

const locale = page.clockTag;
const parts = (options) => new Intl.DateTimeFormat(locale, { timeZone: page.zone, ...options });
const isHan = page.lang === 'zh';
const time = parts(
  locale === 'en-US'
    ? { hour: 'numeric', minute: '2-digit' }
    : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
);
const date = parts({ year: 'numeric', month: isHan ? 'long' : 'short', day: 'numeric' });
const weekday = parts({ weekday: isHan ? 'short' : 'long' });

/** '2026-11-25 09:00' */
const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: page.zone,
  dateStyle: 'short',
  timeStyle: 'short',
});

let ahead = 0;

export function setClock(now) {
  ahead = now - performance.now();
  draw();
  $('#moment-at').value = wall.format(new Date(now)).replace(' ', 'T');
}

function draw() {
  const now = new Date(ahead + performance.now());
  $('#clock-time').textContent = time.format(now);
  const day = [date.format(now), weekday.format(now)];
  $('#clock-day').textContent = isHan ? day.join(' ') : day.reverse().join(', ');
}

export function startClock() {
  if (page.now === null) return;
  setClock(page.now);
  setInterval(draw, 1_000);
  for (const button of document.querySelectorAll('[data-jump]')) {
    button.addEventListener('click', () => move(button, { jump: button.dataset.jump }));
  }
  $('#moment').addEventListener('submit', (event) => {
    event.preventDefault();
    const at = $('#moment-at').value;
    if (at) move(event.submitter, { at: at.slice(0, 16) });
    else $('#clock-status').textContent = page.texts.badTime;
  });
}

async function move(button, body) {
  const status = $('#clock-status');
  if (button.getAttribute('aria-busy')) return;
  button.setAttribute('aria-busy', 'true');
  status.textContent = page.texts.jumping;
  try {
    const answer = await post('/clock', body);
    if (answer.status === 403) return location.reload();
    if (!answer.ok) throw new Error(String(answer.status));
    setClock((await answer.json()).now);
    status.textContent = '';
  } catch {
    status.textContent = page.texts.refused;
  } finally {
    button.removeAttribute('aria-busy');
  }
}
