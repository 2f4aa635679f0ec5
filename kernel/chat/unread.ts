/** What people send and the product does not read, in place of words or beside them; `edit`: other words than before. */
export type Unread =
  | 'picture'
  | 'voice'
  | 'video'
  | 'file'
  | 'location'
  | 'link'
  | 'sticker'
  | 'forwarded'
  | 'edit'
  | 'other';
