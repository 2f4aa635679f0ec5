/**
 * What somebody is called whose platform tells no name, until they say it. An id that may be an encrypted one is
 * shown to nobody.
 */
export function provisionalName(id: string): string {
  return /^[A-Za-z][\w.-]{1,19}$/.test(id) ? id : `#${id.slice(-4).toUpperCase()}`;
}
