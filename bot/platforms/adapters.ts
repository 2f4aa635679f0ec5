import { dingtalk } from '../../adapters/dingtalk/dingtalk.js';
import { slack } from '../../adapters/slack/slack.js';
import { wecom } from '../../adapters/wecom/wecom.js';
import type { Adapter } from '../../kernel/chat/adapter.js';

/** The chat platforms: the one list of them, in the order of `.env.example`. */
export const adapters: readonly Adapter[] = [slack, wecom, dingtalk];
