import { $ } from './page.js';

let opener = null;

/** On small screens the side columns are drawers: one at a time, Escape closes, the focus comes back. */
export function startPanels() {
  for (const button of document.querySelectorAll('[data-open]')) {
    button.addEventListener('click', () => open(button));
  }
  for (const button of document.querySelectorAll('[data-close-panels]'))
    button.addEventListener('click', close);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  matchMedia('(min-width: 760px)').addEventListener('change', close);
  matchMedia('(min-width: 1120px)').addEventListener('change', close);
}

function open(button) {
  close();
  opener = button;
  document.body.dataset.panel = button.dataset.open;
  button.setAttribute('aria-expanded', 'true');
  $('main').inert = true;
  $('a, button', document.getElementById(button.dataset.open)).focus();
}

export function close() {
  if (opener === null) return;
  delete document.body.dataset.panel;
  $('main').inert = false;
  opener.setAttribute('aria-expanded', 'false');
  opener.focus();
  opener = null;
}
