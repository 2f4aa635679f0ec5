import { showPending } from './messages.js';
import { $, page, post, stored } from './page.js';

const saved = stored('outbox');
const longestWait = 8_000;
/** Milliseconds a finished line may wait for its own echo. */
const echo = 3_000;

let queue = saved.get([]);
let running = false;
let wait = 1_000;
let timer = null;

/**
 * Sends acts in order, each until the server has answered it. The id stays the same over attempts and
 * reloads, so that the act takes effect once.
 */
export function send(act) {
  queue.push({ id: crypto.randomUUID(), act });
  const item = queue.at(-1);
  saved.set(queue);
  if (act.kind === 'say') showPending({ id: item.id, text: act.text });
  pump();
}

/** Takes up what an earlier load of the page left behind. */
export function resume() {
  for (const { id, act } of queue) if (act.kind === 'say') showPending({ id, text: act.text });
  pump();
}

export function retryNow() {
  clearTimeout(timer);
  wait = 1_000;
  pump();
}

async function pump() {
  if (running || queue.length === 0) return;
  running = true;
  clearTimeout(timer);
  const busy = setTimeout(() => working(true), 250);
  const item = queue[0];
  let outcome;
  try {
    outcome = await attempt(item);
  } finally {
    clearTimeout(busy);
    working(false);
    running = false;
  }
  if (outcome === 'later') {
    for (const waiting of queue) tellUnsent(waiting.id);
    timer = setTimeout(pump, wait);
    wait = Math.min(wait * 2, longestWait);
    return;
  }
  if (outcome === 'reload') {
    location.reload();
    return;
  }
  drop(item.id, outcome === 'refused');
  wait = 1_000;
  pump();
}

async function attempt({ id, act }) {
  let answer;
  try {
    answer = await post('/act', { id, as: page.as, in: page.in, lang: page.lang, act });
  } catch {
    return 'later';
  }
  if (answer.ok) return 'done';
  if (answer.status >= 500) return 'later';
  // Another process is behind the address now: a fresh page carries a fresh token, the queue is kept.
  if (answer.status === 403) return 'reload';
  notice(answer.status === 413 ? page.texts.tooLong : page.texts.refused);
  if (act.kind === 'say') $('#line').value ||= act.text;
  return 'refused';
}

function drop(id, atOnce) {
  queue = queue.filter((item) => item.id !== id);
  saved.set(queue);
  for (const control of document.querySelectorAll('[aria-busy="true"]')) control.removeAttribute('aria-busy');
  const pending = document.getElementById(`pending-${id}`);
  if (atOnce) pending?.remove();
  else setTimeout(() => pending?.remove(), echo);
}

function tellUnsent(id) {
  const foot = $('.pending-state', document.getElementById(`pending-${id}`) ?? document.createElement('p'));
  if (!foot) return notice(page.texts.unsent);
  if (foot.dataset.unsent) return;
  foot.dataset.unsent = 'true';
  foot.textContent = page.texts.unsent;
  foot.append(
    ' ',
    control(page.texts.retry, retryNow),
    ' ',
    control(page.texts.discard, () => drop(id, true)),
  );
}

function control(label, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet-button';
  button.textContent = label;
  button.addEventListener('click', act);
  return button;
}

function working(on) {
  $('#typing').textContent = on ? page.texts.typing : '';
}

let noticeTimer = null;
/** A passing word above the messages. */
export function notice(text) {
  const line = $('#connection');
  line.textContent = text;
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => {
    if (line.textContent === text) line.textContent = '';
  }, 4_000);
}
