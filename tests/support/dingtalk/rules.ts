import { ErrCode, Refusal } from './api.js';
import type { Bubble } from './chat.js';
import type { JsonObject } from './fixtures.js';

const paramBytes = 15_000;
/** Bodies far above the reference's kilobyte were seen to render blank: dingtalk.md, section 6.1. */
const variableBytes = 1_024;

const utf8Bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

/** The variables of a card that is to be made; https://open.dingtalk.com/document/development/create-and-deliver-cards */
export function checkTemplate(body: JsonObject, templates: ReadonlySet<string>): Record<string, string> {
  if (!templates.has(String(body.cardTemplateId))) throw new Refusal(400, 'param.templateNotExist');
  const map = ((body.cardData as JsonObject | undefined)?.cardParamMap ?? {}) as Record<string, unknown>;
  for (const [name, value] of Object.entries(map)) {
    if (typeof value !== 'string') throw new Refusal(400, 'MissingStringValue', name);
    const isForm = name === 'form';
    if (!isForm && utf8Bytes(value) > variableBytes)
      throw new Refusal(400, 'param.cardDataInvalid', `${name} is too long`);
  }
  if (typeof map.sys_full_json_obj === 'string') {
    const { msgButtons = [] } = JSON.parse(map.sys_full_json_obj) as { msgButtons?: JsonObject[] };
    for (const button of msgButtons)
      if (!button.text || (!button.url && !button.request))
        throw new Refusal(400, 'param.cardDataInvalid', 'a button');
  }
  return map as Record<string, string>;
}

/** Types of a robot's file: dingtalk.md, section 4.1. */
const fileTypes = new Set(['xlsx', 'pdf', 'zip', 'rar', 'doc', 'docx']);

/** A message by msgKey and msgParam; https://open.dingtalk.com/document/development/robot-message-type */
export function ofKey(body: JsonObject): Bubble {
  const { msgKey, msgParam } = body;
  if (typeof msgParam !== 'string') throw new Refusal(400, 'invalidParameter.msgParam', 'a JSON string');
  if (utf8Bytes(msgParam) > paramBytes) throw new Refusal(400, 'invalidParameter.msgParam.tooLong');
  const param = JSON.parse(msgParam) as Record<string, string>;
  const need = (...names: string[]) => {
    for (const name of names)
      if (typeof param[name] !== 'string' || param[name] === '')
        throw new Refusal(400, 'invalidParameter.msgParam', name);
  };
  if (msgKey === 'sampleText') {
    need('content');
    return { kind: 'text', text: param.content ?? '' };
  }
  if (msgKey === 'sampleMarkdown') {
    need('title', 'text');
    return { kind: 'markdown', title: param.title ?? '', text: param.text ?? '' };
  }
  if (msgKey === 'sampleImageMsg') {
    need('photoURL');
    return { kind: 'image', media: param.photoURL ?? '' };
  }
  if (msgKey === 'sampleFile') {
    need('mediaId', 'fileName', 'fileType');
    if (!fileTypes.has(param.fileType ?? '')) throw new Refusal(400, 'invalidParameter.msgParam', 'fileType');
    return { kind: 'file', media: param.mediaId ?? '', name: param.fileName ?? '' };
  }
  if (msgKey === 'sampleActionCard') {
    need('title', 'text', 'singleTitle', 'singleURL');
    const buttons = [{ title: param.singleTitle ?? '', url: param.singleURL ?? '' }];
    return { kind: 'action card', title: param.title ?? '', text: param.text ?? '', buttons };
  }
  const count = Number(/^sampleActionCard([2-5])$/.exec(String(msgKey))?.[1]);
  if (!count) throw new Refusal(400, 'invalidParameter.msgKey', String(msgKey));
  const buttons = Array.from({ length: count }, (_, n) => {
    need(`actionTitle${n + 1}`, `actionURL${n + 1}`);
    return { title: param[`actionTitle${n + 1}`] ?? '', url: param[`actionURL${n + 1}`] ?? '' };
  });
  need('title', 'text');
  return { kind: 'action card', title: param.title ?? '', text: param.text ?? '', buttons };
}

/** A message to a session's webhook; the same page. */
export function checkMessage(body: JsonObject): Bubble {
  const at = ((body.at as JsonObject | undefined)?.atUserIds ?? []) as string[];
  const said = (text: string) => at.filter((id) => text.includes(`@${id}`));
  if (body.msgtype === 'text') {
    const { content = '' } = body.text as { content?: string };
    if (!content) throw new ErrCode(400402, 'text.content');
    return { kind: 'text', text: content, at: said(content) };
  }
  if (body.msgtype === 'markdown') {
    const { title = '', text = '' } = body.markdown as { title?: string; text?: string };
    if (!title || !text) throw new ErrCode(400402, 'markdown.title');
    return { kind: 'markdown', title, text, at: said(text) };
  }
  if (body.msgtype === 'actionCard') {
    const {
      title = '',
      text = '',
      btns,
      singleTitle,
      singleURL,
    } = body.actionCard as {
      title?: string;
      text?: string;
      btns?: { title: string; actionURL: string }[];
      singleTitle?: string;
      singleURL?: string;
    };
    if (!title || !text) throw new ErrCode(400402, 'actionCard.title');
    const buttons = btns?.map((one) => ({ title: one.title, url: one.actionURL })) ?? [
      { title: singleTitle ?? '', url: singleURL ?? '' },
    ];
    if (buttons.some((one) => !one.title || !one.url)) throw new ErrCode(400402, 'actionCard.btns');
    return { kind: 'action card', title, text, buttons };
  }
  throw new ErrCode(400401, `msgtype ${String(body.msgtype)}`);
}
