import type { Button, Call } from './card.js';

/** The call of somebody who was asked whether they mean it. */
export const sureCall = ({ command, input }: Call): Call => ({ command, input: { ...input, sure: true } });

/** What a button does on a platform that asks its question before the tap counts. */
export const askedCall = ({ call, confirm }: Pick<Button, 'call' | 'confirm'>): Call =>
  confirm === undefined ? call : sureCall(call);
