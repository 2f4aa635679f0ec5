import { send } from './outbox.js';
import { $, page, stored } from './page.js';

const line = $('#line');
const draft = stored('draft');
const said = stored('said', page.as);
const remembered = 50;

/** Steps back from the newest line; -1 is the line being typed. */
let recalled = -1;
let replyTo = null;

export function startComposer() {
  line.value = draft.get('');
  grow();
  line.addEventListener('input', () => {
    recalled = -1;
    draft.set(line.value);
    grow();
  });
  line.addEventListener('keydown', onKey);
  $('#composer').addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  $('#cancel-reply').addEventListener('click', () => {
    reply(null);
    line.focus();
  });
  if (matchMedia('(hover: hover)').matches) line.focus();
}

/** Puts words into the input, to be changed or sent. */
export function suggest(words) {
  line.value = words;
  draft.set(words);
  grow();
  line.focus();
  line.setSelectionRange(words.length, words.length);
}

/** The next line answers this card; null answers none. */
export function reply(card) {
  replyTo = card?.id ?? null;
  $('#replying').hidden = card === null;
  $('#replying-title').textContent = card?.title ?? '';
  if (card) line.focus();
}

function onKey(event) {
  // While a Chinese word is being composed, Enter and the arrows belong to the input method.
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    submit();
  } else if (event.key === 'Escape' && replyTo !== null) {
    reply(null);
  } else if (event.key === 'ArrowUp' && (line.value === '' || recalled >= 0)) {
    recall(event, recalled + 1);
  } else if (event.key === 'ArrowDown' && recalled >= 0) {
    recall(event, recalled - 1);
  }
}

function recall(event, step) {
  const lines = said.get([]);
  if (step >= lines.length) return;
  event.preventDefault();
  recalled = step;
  line.value = step < 0 ? '' : lines[step];
  grow();
}

function submit() {
  const text = line.value.trim();
  if (text === '') return;
  said.set([text, ...said.get([]).filter((known) => known !== text)].slice(0, remembered));
  recalled = -1;
  send({ kind: 'say', text, ...(replyTo === null ? {} : { replyTo }) });
  line.value = '';
  draft.set('');
  reply(null);
  grow();
}

function grow() {
  line.style.height = 'auto';
  line.style.height = `${line.scrollHeight}px`;
}
