import type { Like } from '../../shape/like.js';
import type { configTexts as original } from '../../zh/bot/config-texts.js';

/** What `.env.example` and the page about the configuration say, and what each variable is for. */
export const configTexts: Like<typeof original> = {
  copy: 'Copy to .env and fill in what you need; what is left out has a default.',
  generated: 'Generated from the declaration: npm run generate',
  title: 'Configuration',
  page: 'Environment variables, or a `.env` file in the working folder. What is marked 🔒 never enters a log.',
  pageGenerated:
    "This page is generated from `bot/config/variables.ts` and each platform's `adapters/*/setup/settings.ts`.",
  columns: { variable: 'variable', default: 'default', about: 'meaning' },
  about: {
    DATABASE_URL: 'Database: file:PATH is the built-in SQLite; postgres://… is PostgreSQL',
    PROCESS_FILE: 'The sales process file',
    TZ_DEFAULT:
      'Time zone of people and teams that have none of their own; unless it is set, the English demo uses America/New_York',
    LOCALE: (codes) => `Default language: ${codes.join(' or ')}`,
    HOST: 'Address the web pages listen on; the sandbox takes loopback only',
    PORT: 'Port the web pages listen on; 0 takes any',
    SANDBOX: 'The chat sandbox: auto (on when no platform is configured), on, off',
    ROLE: 'What this process does: all, bot (talks), worker (jobs and pushes; hears nobody, and on WeCom the bot process sends for it)',
    LOG_LEVEL: 'Log level',
    ADMIN_SETUP_CODE:
      'Code with which the first admin is made ("setup CODE" in a private chat), once; else one is printed at first start',
    MODEL_URL:
      'Address of a model (OpenAI protocol, a local one too); off unless MODEL_NAME is set as well, see docs/model.md',
    MODEL_NAME: 'Name of the model',
    MODEL_KEY: 'Key of the model; local ones need none',
    MODEL_MASK: 'What is masked before it leaves: names, phones (mail too), amounts; none masks nothing',
    MODEL_TIMEOUT_S: 'Seconds to wait for the model',
    MODEL_MONTHLY_TOKENS: 'Tokens that may be used a month',
    MODEL_MONTHLY_COST: 'What may be spent a month, at the two prices below; tokens alone count without it',
    MODEL_PRICE_IN: 'Price of a million tokens sent',
    MODEL_PRICE_OUT: 'Price of a million tokens answered',
  },
};
