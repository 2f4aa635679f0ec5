/** JSON as it travels over the long connection. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

export interface JsonObject {
  [key: string]: Json;
}

/** What either side sends: https://developer.work.weixin.qq.com/document/path/101463. */
export interface Frame {
  cmd: string;
  headers: { req_id: string };
  body?: JsonObject;
}

/** What answers a frame of the bot. Frames that could not be read are answered without headers. */
export interface Ack {
  headers?: { req_id: string };
  body?: JsonObject;
  errcode: number;
  errmsg: string;
}

export const commands = {
  subscribe: 'aibot_subscribe',
  ping: 'ping',
  reply: 'aibot_respond_msg',
  welcome: 'aibot_respond_welcome_msg',
  update: 'aibot_respond_update_msg',
  push: 'aibot_send_msg',
  uploadInit: 'aibot_upload_media_init',
  uploadChunk: 'aibot_upload_media_chunk',
  uploadFinish: 'aibot_upload_media_finish',
} as const;

export type Command = (typeof commands)[keyof typeof commands];
