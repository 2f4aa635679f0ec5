import type { User } from '../workspace/user.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Notice } from './notices.js';

/** Everything that came up or changed before somebody's eyes since then, without what they wrote themselves. */
export function screenOf(user: User, workspace: Workspace, notices: Notice[], since: number): string {
  const channels = [...workspace.channels.values()].filter((channel) => channel.has(user));
  const messages = channels
    .flatMap((channel) => [...channel.messages, ...channel.ephemerals])
    .filter((message) => message.author !== user && !message.deleted)
    .filter((message) => !message.onlyFor || message.onlyFor === user);
  const home = workspace.views.homeOf(user);
  const shown = [...messages, ...workspace.views.stackOf(user), ...(home ? [home] : [])];
  return [
    ...shown.filter((one) => one.changedAt > since).map((one) => one.readable()),
    ...notices.filter((notice) => notice.at > since).map((notice) => `⚠ ${notice.kind}: ${notice.about}`),
  ].join('\n---\n');
}
