/** What the server told the page: who, where, in which language, and the words the script shows. */
export const page = JSON.parse(document.body.dataset.page);

export const $ = (selector, within = document) => within.querySelector(selector);

const token = $('meta[name="page-token"]').content;

export function query(more = {}) {
  return new URLSearchParams({ as: page.as, in: page.in, lang: page.lang, look: page.look, ...more });
}

/** Sends JSON; rejects only where no answer came back. */
export function post(path, body) {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Page-Token': token },
    body: JSON.stringify(body),
  });
}

/** Values kept over reloads of this tab, one per person and place. */
export function stored(name, scope = `${page.as} ${page.in}`) {
  const key = `${name} ${scope}`;
  return {
    get: (fallback) => JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? fallback,
    set: (value) => sessionStorage.setItem(key, JSON.stringify(value)),
  };
}
