import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Entry {
  userid: string;
  name: string;
  email?: string;
  /** As frames carry it, if that is another id. */
  openUserid?: string;
}

/**
 * The directory as a self-built app sees it: gettoken, batch/openuserid_to_userid and user/get of
 * https://developer.work.weixin.qq.com/document/path/91039, 101521 and 90196.
 */
export async function directory(corpId: string, secret: string, entries: Entry[]) {
  const calls: string[] = [];
  const tokens = new Set<string>();
  const answer = (url: URL, body: string): object => {
    const query = url.searchParams;
    if (url.pathname === '/cgi-bin/gettoken') {
      if (query.get('corpid') !== corpId || query.get('corpsecret') !== secret)
        return { errcode: 40001, errmsg: 'invalid credential' };
      const token = `token-${tokens.size + 1}`;
      tokens.add(token);
      return { errcode: 0, errmsg: 'ok', access_token: token, expires_in: 7_200 };
    }
    if (!tokens.has(query.get('access_token') ?? ''))
      return { errcode: 40014, errmsg: 'invalid access_token' };
    if (url.pathname === '/cgi-bin/batch/openuserid_to_userid') {
      const asked = (JSON.parse(body) as { open_userid_list: string[] }).open_userid_list;
      const found = asked.flatMap((id) => entries.filter((one) => one.openUserid === id));
      return {
        errcode: 0,
        errmsg: 'ok',
        userid_list: found.map(({ openUserid, userid }) => ({ open_userid: openUserid, userid })),
        invalid_open_userid_list: asked.filter((id) => !found.some((one) => one.openUserid === id)),
      };
    }
    const found = entries.find((one) => one.userid === query.get('userid'));
    if (!found) return { errcode: 60111, errmsg: 'userid not found' };
    const { userid, name, email } = found;
    return { errcode: 0, errmsg: 'ok', userid, name, ...(email ? { email } : {}) };
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '', 'http://x');
    calls.push(url.pathname);
    response.end(JSON.stringify(answer(url, Buffer.concat(chunks).toString())));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    /** Every token given so far is worth nothing any more. */
    forgetTokens: () => tokens.clear(),
    close: () => new Promise((done) => server.close(done)),
  };
}
