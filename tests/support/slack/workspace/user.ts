/** A member of a workspace, human or bot. */
export interface User {
  readonly id: string;
  /** The handle; `real_name` is what colleagues see. */
  readonly name: string;
  realName: string;
  email: string | null;
  tz: string;
  locale: string;
  readonly isBot: boolean;
  /** Guest of several channels, and of one only (/reference/objects/user-object). */
  isRestricted: boolean;
  isUltraRestricted: boolean;
  deleted: boolean;
  /** Another team's id for people met through Slack Connect. */
  readonly team: Team;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

/** The app that is installed. */
export interface App {
  readonly id: string;
  readonly name: string;
  readonly botId: string;
  readonly botUserId: string;
}

export type PersonOptions = Partial<
  Pick<
    User,
    'email' | 'tz' | 'locale' | 'realName' | 'isBot' | 'isRestricted' | 'isUltraRestricted' | 'deleted'
  >
> & { id?: string };
