/** Writes a stored number as people read it: an American one by its three parts, every other one as it is stored. */
export function numberWords(phone: string): string {
  const american = /^(?:\+1)?([2-9]\d{2})([2-9]\d{2})(\d{4})$/.exec(phone);
  return american ? american.slice(1).join('-') : phone;
}
