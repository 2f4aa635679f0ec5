import { $, page } from './page.js';

const list = $('#messages');
const nearEnd = 120;

/** Puts a message from the server into its place, or in the place of what it was before. */
export function showEntry({ id, html }) {
  const template = document.createElement('template');
  template.innerHTML = html;
  const entry = template.content.firstElementChild;
  const before = document.getElementById(entry.id);
  const stick = isAtEnd();
  $('#empty').hidden = true;
  document.getElementById(`pending-${id.replace(/^said-/u, '')}`)?.remove();
  if (before) swap(before, entry);
  else list.insertBefore(entry, $('.pending', list));
  tidy();
  if (stick) toEnd();
}

/** The focus stays where it was, and a half-filled form is kept unless it is the one that was sent. */
function swap(before, entry) {
  const focused = before.contains(document.activeElement);
  const oldForm = $('form', before);
  const newForm = $('form', entry);
  const keepsForm =
    oldForm && newForm && !oldForm.dataset.sent && oldForm.dataset.form === newForm.dataset.form;
  if (keepsForm) newForm.replaceWith(oldForm);
  before.replaceWith(entry);
  if (!focused || keepsForm) return;
  const next = $('[aria-invalid="true"], form input, form textarea', entry) ?? entry;
  if (next === entry) entry.tabIndex = -1;
  next.focus({ preventScroll: true });
}

/** The person's own line until the server has it; `state` is told below it. */
export function showPending({ id, text }) {
  if (document.getElementById(`entry-said-${id}`)) return;
  const entry = document.createElement('article');
  entry.className = 'entry by-me pending';
  entry.id = `pending-${id}`;
  entry.setAttribute('aria-label', page.texts.you);
  const bubble = document.createElement('div');
  bubble.className = 'bubble';
  const words = document.createElement('span');
  words.className = 'bubble-text';
  words.textContent = text;
  bubble.append(words);
  const main = document.createElement('div');
  main.className = 'entry-main';
  const foot = document.createElement('p');
  foot.className = 'pending-state';
  foot.textContent = page.texts.sending;
  main.append(bubble, foot);
  entry.append(main);
  $('#empty').hidden = true;
  list.append(entry);
  tidy();
  toEnd();
}

/** Days get a line of their own; of several messages in a row only the first carries the face. */
export function tidy() {
  for (const line of list.querySelectorAll('.day-line')) line.remove();
  let last = null;
  for (const entry of list.querySelectorAll('.entry:not(.pending)')) {
    const newDay = last?.dataset.day !== entry.dataset.day;
    if (newDay) {
      const line = document.createElement('p');
      line.className = 'day-line';
      line.textContent = entry.dataset.dayLabel;
      entry.before(line);
    }
    entry.classList.toggle('follows', !newDay && last?.dataset.author === entry.dataset.author);
    last = entry;
  }
}

export const isAtEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < nearEnd;

/** The newest message in view; an empty chat starts at its top. */
export function toEnd() {
  if ($('.entry', list)) list.scrollTop = list.scrollHeight;
}
