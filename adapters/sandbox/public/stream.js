import { setClock } from './clock.js';
import { showGuide } from './guide.js';
import { showEntry } from './messages.js';
import { notice, retryNow } from './outbox.js';
import { $, page, query } from './page.js';

/** Milliseconds a hidden tab keeps its connection; a browser has only six for one server. */
const hiddenFor = 10_000;
const pause = 2_000;

let source = null;
let after = page.after;
let away = false;
let hiding = null;

export function connect() {
  source?.close();
  source = new EventSource(`/events?${query({ after })}`);
  source.addEventListener('open', () => {
    if (away) notice(page.texts.back);
    away = false;
    retryNow();
  });
  source.addEventListener('error', () => {
    away = true;
    $('#connection').textContent = page.texts.away;
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, pause);
  });
  on('entry', showEntry);
  on('clock', ({ now }) => setClock(now));
  on('unread', showUnread);
  on('guide', showGuide);
  source.addEventListener('reload', () => location.reload());
}

function on(kind, handle) {
  source.addEventListener(kind, (event) => {
    after = event.lastEventId || after;
    handle(JSON.parse(event.data));
  });
}

function showUnread({ place, count }) {
  for (const badge of document.querySelectorAll('[data-unread-place]')) {
    if (badge.dataset.unreadPlace !== place) continue;
    badge.hidden = count === 0;
    badge.firstElementChild.textContent = count;
    badge.lastElementChild.textContent = badge.lastElementChild.textContent.replace(/\d+/u, count);
  }
}

document.addEventListener('visibilitychange', () => {
  clearTimeout(hiding);
  if (document.hidden) hiding = setTimeout(() => source?.close(), hiddenFor);
  else if (source?.readyState === EventSource.CLOSED) connect();
});
addEventListener('pagehide', () => source?.close());
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
