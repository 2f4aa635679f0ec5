import type { Like } from '../../shape/like.js';
import type { membersTexts as original } from '../../zh/crm/members-texts.js';

/** What a group may see, by who is in it. */
export const membersTexts: Like<typeof original> = {
  alone: {
    outsider: 'Only you can see this: a guest or someone from another company is in this group.',
    unknown:
      'Only you can see this: someone in this group has never messaged me. Ask everyone to send me a direct message once.',
    others: "Only you can see this: someone in this group doesn't have access.",
    unread: "Only you can see this: I can't check who's in this group right now.",
    absent: "Only you can see this: I'm not in this group. Use /invite to add me.",
    unbound: `Only you can see this: this group isn't linked to a team yet. A manager can type "bind-group TEAM" here.`,
  },
  held: {
    outsider:
      "A guest or someone from another company is in this group, so I won't post the team's reports and alerts here.",
    unknown:
      "Someone in this group has never messaged me, so I can't post the team's reports and alerts here yet. Please have everyone send me a direct message once.",
    others:
      "Someone in this group doesn't have access to the team's figures, so I won't post its reports and alerts here.",
  },
  boundUnlisted: (team) =>
    `This platform doesn't tell me who's in a group, so I'll show what everyone in ${team} can see. Make sure nobody else is in here.`,
  boundUnread: "I can't check who's in this group right now. I'll hold reports and alerts until I can.",
  heldTitle: (place) => `No reports or alerts in ${place}`,
  unreadTitle: (place) => `I can't see who's in ${place}`,
  unreadMeans:
    'Until I can, the group sees no customers or amounts. Answers go only to the person who asked, and reports and alerts are on hold.',
  unreadWhy: {
    rights: 'The app is missing a scope. Run genjin doctor to see which one, add it, and reinstall the app.',
    busy: "The platform isn't responding. I'll retry every minute.",
    absent: "I'm not in this group. Please add me again.",
    crowd: (most) => `It has more members than I can read (${most}). Use a group with team members only.`,
  },
  left: "You're no longer in this group, so you can't use its cards.",
  notThere: "You can only post to groups you're in or that are linked to your team.",
};
