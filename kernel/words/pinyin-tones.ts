/** Letters that only pinyin writes with these marks, and the marks themselves. */
const marks = /[\u0300\u0301\u0304\u030c]/gu;

/** Pinyin as it is typed without tones: `yúnfān` is yunfan; other words stay as they are. */
export function withoutTones(words: string): string {
  const plain = words.normalize('NFD').replace(marks, '').normalize('NFC').replace(/ü/gu, 'v');
  return /^[a-zA-Z' ]+$/u.test(plain) ? plain : words;
}
