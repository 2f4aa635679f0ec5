import type { Like } from '../../shape/like.js';
import type { teamCommands as original } from '../../zh/commands/team.js';

/** What commands about teams and people are called. */
export const teamCommands: Like<typeof original> = {
  bind: {
    words: ['bind-group'],
    summary: 'Link a group to a team and choose what I post there',
    examples: ['bind-group East report stall'],
    fields: {
      posts: {
        label: 'posts',
        example: 'report stall',
        choices: {
          report: ['report', 'weekly'],
          stall: ['stall', 'stalled'],
          lead: ['lead', 'leads'],
          pool: ['pool'],
          win: ['win', 'wins'],
        },
      },
    },
  },
  'call-me': {
    words: ['call-me'],
    summary: 'Tell me your name',
    examples: ['call-me Alice'],
    fields: {
      name: { label: 'name', ask: "What's your name?", example: 'Alice' },
    },
  },
  leave: {
    words: ['leave'],
    summary: 'Go on leave (no new leads)',
    examples: ['leave tomorrow-Friday', 'leave tomorrow'],
    fields: {
      who: { label: 'who' },
      deputy: { label: 'deputy', example: 'Alice', names: ['deputy'] },
      days: { label: 'days', ask: 'Which days?', example: 'tomorrow-Friday' },
      isUnsure: { label: 'to-confirm' },
    },
  },
  back: {
    words: ['back'],
    summary: 'Come back from leave',
    examples: ['back'],
    fields: {
      who: { label: 'who' },
    },
  },
  link: {
    words: ['link'],
    summary: 'Link your accounts on several platforms',
    examples: ['link'],
    fields: {
      code: { label: 'code', example: 'K7WM2QXP' },
    },
  },
  language: {
    words: ['language'],
    summary: 'Choose the language for my answers',
    examples: ['language English'],
    fields: {
      to: {
        label: 'language',
        ask: 'Which language?',
        example: 'English',
        choices: { zh: ['Chinese', 'Mandarin'], en: ['English'] },
      },
      whose: {
        label: 'for',
        ask: 'For this group or only for you?',
        example: 'group',
        choices: {
          group: ['group', 'this group', 'channel', 'this channel', 'here'],
          own: ['me', 'only me', 'just me'],
        },
      },
    },
  },
  timezone: {
    words: ['timezone', 'time zone', 'my time zone', 'my timezone'],
    summary: 'The time zone I work in',
    examples: ['timezone London'],
    fields: {
      zone: { label: 'time zone', example: 'London' },
      asks: { label: 'asks' },
    },
  },
  mute: {
    words: ['mute'],
    summary: 'Mute alerts for a while',
    examples: ['mute 2h', 'mute tomorrow'],
    fields: {
      until: { label: 'until' },
      length: { label: 'how long', example: '2h' },
    },
  },
  unmute: { words: ['unmute'], summary: 'Turn alerts back on', examples: ['unmute'] },
  mydata: {
    words: ['mydata'],
    summary: 'See the data stored about you and who viewed it',
    examples: ['mydata'],
    fields: {
      all: { label: 'recent' },
    },
  },
  role: {
    words: ['role'],
    summary: "Change a teammate's role",
    examples: ['role @Alice viewer'],
    fields: {
      role: {
        label: 'role',
        choices: {
          viewer: ['viewer', 'readonly'],
          rep: ['rep', 'sales'],
          manager: ['manager'],
          admin: ['admin'],
        },
      },
    },
  },
  setup: {
    words: ['setup'],
    summary: 'Become the first admin with the setup code',
    examples: ['setup demo-code'],
    fields: {
      code: { label: 'code' },
    },
  },
  resend: {
    words: ['resend'],
    summary: 'Resend undelivered messages',
    fields: {
      posts: { label: 'which' },
    },
  },
  join: {
    words: ['join'],
    summary: 'Ask to join a team, or add a teammate to one',
    examples: ['join East'],
  },
  'join-decline': { words: ['decline-join'], summary: 'Decline a request to join' },
  'name-confirm': {
    words: ['confirm-name'],
    summary: "Confirm a teammate's name",
    fields: { name: { label: 'name' } },
  },
  'account-give': {
    words: ['give-account'],
    summary: 'Link an account to an imported person',
    fields: { from: { label: 'account' }, into: { label: 'person' } },
  },
  team: {
    words: ['team'],
    summary: 'Create a team and set its manager',
    examples: ['team North @Alice'],
    fields: {
      name: { label: 'team' },
      manager: { label: 'manager' },
      parent: { label: 'parent team', names: ['above', 'parent'] },
    },
  },
};
