/** Names somebody whose platform gives no name, until they say it. Hides ids that may be encrypted ones. */
export function provisionalName(id: string): string {
  return /^[A-Za-z][\w.-]{1,19}$/.test(id) ? id : `#${id.slice(-4).toUpperCase()}`;
}
