import type { Like } from '../../shape/like.js';
import type { teamCommands as original } from '../../zh/commands/team.js';

/** What commands about teams and people are called. */
export const teamCommands: Like<typeof original> = {
  bind: {
    words: ['bind-group'],
    summary: 'Bind a group to a team and choose what is posted',
    examples: ['bind-group 华东 report stall'],
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
      name: { label: 'name', ask: 'What is your name?', example: 'Alice' },
    },
  },
  leave: {
    words: ['leave'],
    summary: 'On leave: no leads meanwhile',
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
    summary: 'Back from leave',
    examples: ['back'],
    fields: {
      who: { label: 'who' },
    },
  },
  link: {
    words: ['link'],
    summary: 'Be one person on several platforms',
    examples: ['link'],
    fields: {
      code: { label: 'code', example: 'K7WM2QXP' },
    },
  },
  language: {
    words: ['language'],
    summary: 'The language I am answered in',
    examples: ['language English'],
    fields: {
      to: {
        label: 'language',
        ask: 'Which language?',
        example: 'English',
        choices: { zh: ['Chinese', 'Mandarin'], en: ['English'] },
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
    summary: 'No alerts for a while',
    examples: ['mute 2h', 'mute tomorrow'],
    fields: {
      until: { label: 'until' },
      length: { label: 'how long', example: '2h' },
    },
  },
  unmute: { words: ['unmute'], summary: 'Alerts on again', examples: ['unmute'] },
  mydata: {
    words: ['mydata'],
    summary: 'What is stored about me, and who looked',
    examples: ['mydata'],
    fields: {
      all: { label: 'recent' },
    },
  },
  role: {
    words: ['role'],
    summary: "Change a colleague's role",
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
    summary: 'Become the first admin with the set-up code',
    examples: ['setup demo-code'],
    fields: {
      code: { label: 'code' },
    },
  },
  resend: {
    words: ['resend'],
    summary: 'Send again what was not delivered',
    fields: {
      posts: { label: 'which' },
    },
  },
  join: {
    words: ['join'],
    summary: 'Ask to join a team, or add a colleague to one',
    examples: ['join 华东'],
  },
  'join-decline': { words: ['decline-join'], summary: 'Decline a request to join' },
  'name-confirm': {
    words: ['confirm-name'],
    summary: 'Confirm the name a colleague gave',
    fields: { name: { label: 'name' } },
  },
  'account-give': {
    words: ['give-account'],
    summary: 'Link an account with an imported colleague',
    fields: { from: { label: 'account' }, into: { label: 'colleague' } },
  },
  team: {
    words: ['team'],
    summary: 'Create a team, name its manager',
    examples: ['team North @Alice'],
    fields: {
      name: { label: 'team' },
      manager: { label: 'manager' },
      parent: { label: 'above', names: ['above', 'parent'] },
    },
  },
};
