/** Writes a stored number as people read it: an American one by its three parts, every other one as it is stored. */
export function numberWords(phone: string): string {
  const american = /^(?:\+1)?([2-9]\d{2})([2-9]\d{2})(\d{4})(?:-(\d{1,6}))?$/.exec(phone);
  if (!american) return phone;
  const extension = american[4] ? ` x${american[4]}` : '';
  return american.slice(1, 4).join('-') + extension;
}
