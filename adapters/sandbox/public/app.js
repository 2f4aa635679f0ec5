import { startClock } from './clock.js';
import { reply, startComposer, suggest } from './composer.js';
import { startGuide } from './guide.js';
import { isAtEnd, tidy, toEnd } from './messages.js';
import { resume, send } from './outbox.js';
import { $, query } from './page.js';
import { close, startPanels } from './panels.js';
import { connect } from './stream.js';

const messages = $('#messages');
const entryOf = (control) => control.closest('.entry')?.dataset.id;

document.addEventListener('click', async (event) => {
  const control = event.target.closest('button');
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  if (!control) return;
  const { call, say, suggest: line, reply: title } = control.dataset;
  if (line !== undefined) suggest(line);
  else if (say !== undefined) send({ kind: 'say', text: say, replyTo: entryOf(control) });
  else if (title !== undefined) reply({ id: entryOf(control), title });
  else if (call !== undefined) await tap(control, call);
  else if (control.dataset.sendSelection !== undefined) {
    await tap(control, $('[data-selection]', control.closest('.look-message')).value);
  }
});

async function tap(control, call) {
  if (control.getAttribute('aria-busy')) return;
  if (control.dataset.confirm !== undefined && !(await confirmed(control.dataset.confirm))) return;
  control.setAttribute('aria-busy', 'true');
  const menu = control.closest('details.menu');
  if (menu) menu.open = false;
  send({ kind: 'tap', call, messageId: entryOf(control) });
}

function confirmed(words) {
  const dialog = $('#confirm');
  $('#confirm-text').textContent = words;
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}

messages.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  form.dataset.sent = 'true';
  event.submitter?.setAttribute('aria-busy', 'true');
  const fields = Object.fromEntries(new FormData(form));
  send({ kind: 'form', call: form.dataset.form, fields, messageId: entryOf(form) });
});

messages.addEventListener('change', async (event) => {
  const { lookOf } = event.target.dataset;
  if (lookOf === undefined) return;
  const answer = await fetch(`/look?${query({ message: lookOf, look: event.target.value })}`);
  if (!answer.ok) return;
  const frame = $('.look', event.target.closest('.entry'));
  frame.innerHTML = await answer.text();
  frame.dataset.look = event.target.value;
});

messages.addEventListener(
  'toggle',
  (event) => {
    if (event.target.matches('details.menu[open]')) event.target.scrollIntoView({ block: 'nearest' });
  },
  true,
);

document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' ? event.target.closest?.('details.menu[open]') : null;
  if (!menu) return;
  menu.open = false;
  $('summary', menu).focus();
});

// The keyboard of a phone takes room from the messages: the end stays in view.
let atEnd = true;
messages.addEventListener('scroll', () => {
  atEnd = isAtEnd();
});
new ResizeObserver(() => atEnd && toEnd()).observe(messages);

tidy();
toEnd();
startPanels();
startComposer();
startClock();
startGuide();
resume();
connect();
addEventListener('pagehide', close);
