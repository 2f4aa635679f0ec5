import type { Like } from '../../shape/like.js';
import type { configTexts as original } from '../../zh/bot/config-texts.js';

/** What `.env.example` and the page about the configuration say, and what each variable is for. */
export const configTexts: Like<typeof original> = {
  copy: 'Copy to .env and fill in what you need. Everything else has a default.',
  generated: 'Generated from the declaration: npm run generate',
  title: 'Configuration',
  page: 'Set these as environment variables or in a `.env` file in the working folder. Values marked 🔒 are never logged.',
  pageGenerated:
    "This page is generated from `bot/config/variables.ts` and each platform's `adapters/*/setup/settings.ts`.",
  columns: { variable: 'variable', default: 'default', about: 'meaning' },
  /** The rules that a company of this language begins with. */
  processFile: 'process.en.yaml',
  about: {
    DATABASE_URL: 'Database: file:PATH is the built-in SQLite; postgres://… is PostgreSQL',
    PROCESS_FILE:
      'The sales process file. If not set: process.yaml, or process.en.yaml (US dollars, Monday to Friday) for a company that starts with LOCALE=en',
    TZ_DEFAULT:
      'Default time zone for people and teams without their own; if not set, the English demo uses America/New_York',
    LOCALE: (codes) => `Default language: ${codes.join(' or ')}`,
    HOST: 'Address the web pages listen on; loopback only for the sandbox',
    PORT: 'Port the web pages listen on; 0 picks any free port',
    SANDBOX: 'The chat sandbox: auto (on when no platform is configured), on, off',
    ROLE: 'What this process does: all, bot (chat), worker (jobs and notifications, no incoming messages; on WeCom the bot process sends for it)',
    LOG_LEVEL: 'Log level',
    ADMIN_SETUP_CODE:
      'One-time code for becoming the first admin ("setup CODE" in a private chat); if not set, one is printed at first start',
    MODEL_URL:
      'Address of an OpenAI-compatible model, local or hosted; off unless MODEL_NAME is also set, see docs/model.md',
    MODEL_NAME: 'Name of the model',
    MODEL_KEY: "API key for the model; local models don't need one",
    MODEL_MASK: 'What to mask before sending: names, phones (and email), amounts; none turns masking off',
    MODEL_TIMEOUT_S: 'Seconds to wait for the model',
    MODEL_MONTHLY_TOKENS: 'Monthly token limit',
    MODEL_MONTHLY_COST:
      'Monthly spending limit at the two prices below; if not set, only the token limit applies',
    MODEL_PRICE_IN: 'Price per million input tokens',
    MODEL_PRICE_OUT: 'Price per million output tokens',
  },
};
