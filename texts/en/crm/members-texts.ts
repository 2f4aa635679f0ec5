import type { Like } from '../../shape/like.js';
import type { membersTexts as original } from '../../zh/crm/members-texts.js';

/** What a group may see, by who is in it. */
export const membersTexts: Like<typeof original> = {
  alone: {
    outsider: 'Only you can see this: a guest or someone from another company is in this group.',
    unknown:
      'Only you can see this: someone in this group has never talked to me. Ask everybody to send me a direct message once.',
    others: 'Only you can see this: someone in this group may not see it.',
    unread: 'Only you can see this: I cannot check who is in this group right now.',
    absent: 'Only you can see this: I am not in this group. Please add me: /invite @me.',
    unbound:
      'Only you can see this: this group is not linked to a team yet. A manager can send "bind-group TEAM" here.',
  },
  held: {
    outsider:
      "A guest or someone from another company is in this group, so the team's reports and alerts are not posted here.",
    unknown:
      "Someone in this group has never talked to me, so the team's reports and alerts are not posted here yet. Please send me a direct message once, everybody.",
    others:
      "Someone in this group may not see the team's figures, so its reports and alerts are not posted here.",
  },
  boundUnlisted: (team) =>
    `This platform doesn't tell me who is in a group: I'll show what everybody in ${team} may see. Please make sure that nobody else is in here.`,
  boundUnread:
    'I cannot check who is in this group right now. Reports and alerts are not posted here until I can.',
  heldTitle: (place) => `${place} gets no reports or alerts`,
  unreadTitle: (place) => `I cannot see who is in ${place}`,
  unreadMeans:
    'Until I can, the group sees no customers and no amounts: answers go to the person who asked, and reports and alerts wait.',
  unreadWhy: {
    rights: 'The app lacks a scope. Run genjin doctor to see which one, add it, and reinstall the app.',
    busy: 'The platform is not answering. I ask again every minute.',
    absent: 'I am not in this group. Please add me again.',
    crowd: (most) =>
      `It has more members than I can read (${most}). Please use a group with team members only.`,
  },
  left: 'You are no longer in this group, so you cannot use its cards.',
  notThere: 'You can only post to groups that you are in, or that are linked to your team.',
};
