/**
 * Normalises an address that people may be sent to (http or https, without a user name that could pose as
 * another site), or null. The result is safe as a Markdown link target.
 */
export function webUrl(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '' || /[()"'`]/u.test(url.origin)) return null;
  return url.origin + url.href.slice(url.origin.length).replace(/[()<>"'\\|`\s]/gu, percentEncode);
}

/** Encodes a text as a query value that may also occur in a Markdown link. */
export function queryValue(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/[!'()*_~]/gu, percentEncode);
}

function percentEncode(char: string): string {
  return [...Buffer.from(char, 'utf8')]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
