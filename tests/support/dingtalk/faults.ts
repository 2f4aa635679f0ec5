/** What goes wrong with one call over HTTP. */
export type Mishap =
  /** Refused with a code of the documents. */
  | { kind: 'refused'; status: number; code: string; message?: string }
  /** oapi and webhooks answer 200 with an errcode. */
  | { kind: 'errcode'; errcode: number }
  /** 200 and `success: true`, but not delivered. */
  | { kind: 'not delivered'; errorMsg: string }
  /** Neither done nor answered. */
  | { kind: 'request lost' }
  /** Done, never answered. */
  | { kind: 'answer lost' }
  | { kind: 'server error' }
  /** A page for people, from the wall before the API. */
  | { kind: 'html page' };

const scoped = 'Forbidden.AccessDenied.AccessTokenPermissionDenied';

/** Everything that can go wrong, each in one line; a call is named by the end of its path. */
export class Faults {
  private planned: { path: string; mishap: Mishap; left: number }[] = [];
  /** Gateway: no ticket, or no handshake, for the next so many. */
  refusedTickets = 0;
  refusedHandshakes = 0;
  /** Sockets stay open and nothing is sent or answered, pings included. */
  silent = false;
  /** The next messages come twice, with the same msgId. */
  duplicates = 0;

  /** A scope is missing, for good. */
  revoke(scope: string): void {
    this.revoked.add(scope);
  }

  readonly revoked = new Set<string>();

  permissionDenied(scope: string): Mishap {
    return { kind: 'refused', status: 403, code: scoped, message: `the scope ${scope} is missing` };
  }

  /** More than twenty calls a second. */
  tooFast(path: string, times = 1): void {
    this.plan(
      path,
      { kind: 'refused', status: 403, code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi' },
      times,
    );
  }

  /** The month's calls are used up. */
  quotaUsedUp(path: string, times = 1_000): void {
    this.plan(
      path,
      { kind: 'refused', status: 403, code: 'Forbidden.AccessDenied.ApiCountLimitForOrg' },
      times,
    );
  }

  refuse(path: string, code: string, { status = 400, times = 1 } = {}): void {
    this.plan(path, { kind: 'refused', status, code }, times);
  }

  errcode(path: string, errcode: number, times = 1): void {
    this.plan(path, { kind: 'errcode', errcode }, times);
  }

  notDelivered(path: string, errorMsg = 'chatbot not exist', times = 1): void {
    this.plan(path, { kind: 'not delivered', errorMsg }, times);
  }

  loseRequest(path: string, times = 1): void {
    this.plan(path, { kind: 'request lost' }, times);
  }

  loseAnswer(path: string, times = 1): void {
    this.plan(path, { kind: 'answer lost' }, times);
  }

  serverError(path: string, times = 1): void {
    this.plan(path, { kind: 'server error' }, times);
  }

  htmlPage(path: string, times = 1): void {
    this.plan(path, { kind: 'html page' }, times);
  }

  take(path: string): Mishap | undefined {
    const next = this.planned.find((one) => one.left > 0 && path.endsWith(one.path));
    if (next) next.left -= 1;
    return next?.mishap;
  }

  clear(): void {
    this.planned = [];
    this.revoked.clear();
    this.silent = false;
    this.refusedTickets = 0;
    this.refusedHandshakes = 0;
  }

  private plan(path: string, mishap: Mishap, left: number): void {
    this.planned.push({ path, mishap, left });
  }
}
