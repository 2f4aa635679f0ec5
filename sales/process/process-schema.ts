import { z } from 'zod';
import { leadRoles } from '../../kernel/command/roles.js';
import { cronFault } from '../../kernel/time/cron.js';
import { isDate } from '../../kernel/time/dates.js';
import { isZone } from '../../kernel/time/zone.js';
import {
  type ByLanguage,
  type Catalogue,
  entriesInEach,
  inEachLanguage,
  locales,
  sameInEach,
} from '../../texts/languages.js';
import type { Metric } from './metrics.js';
import { defaultLossReasons, defaultSources } from './process-defaults.js';
import { because } from './process-problems.js';

/** Deal fields that a stage may require without declaring them under `fields`. */
export const builtInFields: Record<string, ByLanguage> = entriesInEach((t) => t.process.fields);

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** Parameters of our own checks: the reason travels in the issue's `params`. */
const reason = (pick: (t: Catalogue['problem']) => string) => ({ params: { reason: because(pick) } });

const words = z.string().trim().min(1);

/** One text serves every language; a missing language uses the first that is there. */
const nameSchema = z.preprocess(
  (value) => {
    if (typeof value === 'string') return sameInEach(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const given = value as Record<string, unknown>;
    const [first] = locales.filter((locale) => locale in given);
    return first
      ? { ...Object.fromEntries(locales.map((locale) => [locale, given[first]])), ...given }
      : value;
  },
  z.strictObject(inEachLanguage(() => words)),
);

const namedShape = { key: words.optional(), name: nameSchema, aliases: z.array(words).default([]) };

/** `- 官网` ("website") or `- {key, name, aliases}`; without a key, the name in the first language is the key. */
const named = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z.strictObject(namedShape).transform((entry) => ({ ...entry, key: entry.key ?? entry.name[locales[0]] })),
);

const key = z.string().refine(
  (text) => /^[a-z][a-zA-Z0-9_-]*$/.test(text),
  reason((t) => t.key),
);

const time = z
  .string()
  .trim()
  .refine(
    (text) => /^([01]?\d|2[0-3]):[0-5]\d$/.test(text),
    reason((t) => t.time),
  )
  .transform((text) => text.padStart(5, '0'));

const cron = z
  .string()
  .trim()
  .refine(
    (text) => cronFault(text) !== 'form',
    reason((t) => t.cron),
  );

const timeZone = z
  .string()
  .trim()
  .refine(
    isZone,
    reason((t) => t.timeZone),
  );

/** Who does a standard action, and how many workdays after the deal entered the stage it is due. */
const stepTask = z.strictObject({
  /** `owner` (the deal's), `manager` (of the deal's team), `admin`, or a person's name. */
  who: words.default('owner'),
  days: z.int().min(0).max(999),
});

/** `- 确认预算` ("confirm the budget") or `- {key, name, aliases, task, needed}`; a deal leaves the stage only once the `needed` ones are done. */
const step = z.preprocess(
  (value) =>
    typeof value === 'string' ||
    (typeof value === 'object' && value !== null && locales.some((locale) => locale in value))
      ? { name: value }
      : value,
  z
    .strictObject({ ...namedShape, task: stepTask.nullable().default(null), needed: z.boolean().optional() })
    .transform((entry) => ({ ...entry, key: entry.key ?? entry.name[locales[0]] })),
);

/** Channels of follow-ups, as stored. */
export const channels = ['call', 'visit', 'wechat', 'email', 'meeting', 'other'] as const;

const percent = z.int().min(0).max(100);
const localDay = z.string().refine(
  isDate,
  reason((t) => t.localDay),
);
const days = z.int().min(1).max(999);
const minutes = z.int().min(1).max(100_000);
const points = z.int().min(0).max(1000);

const noWeights = { won: 0, wins: 0, newDeals: 0, calls: 0, visits: 0, followUps: 0, response: 0 };
const weight = percent.default(0);
const weights: Record<Metric, typeof weight> = {
  won: weight,
  wins: weight,
  newDeals: weight,
  calls: weight,
  visits: weight,
  followUps: weight,
  response: weight,
};

/** An alert rule with its limits. */
const alertOf = <S extends z.ZodRawShape>(mode: 'on' | 'shadow' | 'off', thresholds: S) =>
  z
    .strictObject({ mode: z.enum(['on', 'shadow', 'off']).default(mode), ...thresholds })
    .prefault({} as never);

const right = z.enum(['all', 'own', 'none']);

/** Whose records a role sees, and which amounts and phone numbers. */
const accessOf = (sees: 'team' | 'below', amount: 'all', phone: 'all' | 'none') =>
  z
    .strictObject({
      sees: z.enum(['self', 'team', 'below', 'all']).default(sees),
      amount: right.default(amount),
      phone: right.default(phone),
    })
    .prefault({});

/** Approval needed to enter a stage. */
const gate = z.strictObject({
  /** The manager of the deal's team, or an admin. */
  role: z.enum(leadRoles).default('manager'),
  /** These people instead, by name. */
  people: z.array(words).default([]),
  /** One of them, or each. */
  need: z.enum(['any', 'all']).default('any'),
  /** Least amount that needs approval, in major units of the currency; null: every deal. */
  above: z.number().min(0).nullable().default(null),
  /** Workdays until approvers are reminded, and until a request expires. */
  remindAfterDays: days.default(1),
  expireAfterDays: days.default(5),
  /** Workdays until those above the approvers may decide as well; null: never. */
  escalateAfterDays: days.nullable().default(2),
});

const stage = z.strictObject({
  key,
  name: nameSchema,
  aliases: z.array(words).default([]),
  goal: nameSchema.default(sameInEach('')),
  /** Standard actions (SOP steps), in order. */
  steps: z.array(step).default([]),
  /** What a deal needs to enter the stage: built-in field names or keys of `fields`. */
  required: z.array(words).default([]),
  probability: percent.optional(),
  stallDays: days.nullable().optional(),
  maxDays: days.nullable().optional(),
  won: z.boolean().default(false),
  gate: gate.nullable().default(null),
  /** Keys of removed stages whose deals belong here now. */
  was: z.array(words).default([]),
});

/** A further pipeline with its own stages. */
const pipeline = z.strictObject({
  key,
  name: nameSchema,
  aliases: z.array(words).default([]),
  /** Names of the teams whose new deals begin in this pipeline. */
  teams: z.array(words).default([]),
  /** A new deal whose product contains one of these words begins here. */
  products: z.array(words).default([]),
  stages: z.array(stage).min(2).max(20),
});

const fieldTypes = ['text', 'money', 'date', 'choice', 'person'] as const;

/** A custom field of deals. */
const customField = z.strictObject({
  key,
  name: nameSchema,
  type: z.enum(fieldTypes).default('text'),
  /** The options of a `choice`. */
  choices: z.array(named).default([]),
});

const assignmentRule = z.strictObject({
  name: nameSchema,
  when: z.strictObject({
    /** Keys of `sources`. */
    sources: z.array(words).default([]),
    tags: z.array(words).default([]),
    /** The customer's region, or a place named in the customer's name or the note. */
    regions: z.array(words).default([]),
    /** Products named in the note. */
    products: z.array(words).default([]),
    /** Words in the customer's name or the note. */
    words: z.array(words).default([]),
    /** Least amount, in major units of the currency. */
    above: z.number().min(0).optional(),
  }),
  /** Name of the team; if absent, the team the lead would go to anyway. */
  team: words.optional(),
  /** Only these people, by name. */
  people: z.array(words).default([]),
  strategy: z.enum(['roundRobin', 'leastLoaded', 'weighted']).optional(),
});

export const processSchema = z
  .strictObject({
    currency: z
      .string()
      .refine(
        (text) => /^[A-Z]{3}$/.test(text),
        reason((t) => t.currency),
      )
      .default('CNY'),
    /** What one unit of another currency is in the company's, each from a day on. */
    rates: z
      .record(
        z.string().refine(
          (text) => /^[A-Z]{3}$/.test(text),
          reason((t) => t.currency),
        ),
        z.array(z.strictObject({ from: localDay, rate: z.number().positive().max(1_000_000) })).min(1),
      )
      .default({}),
    /** Zone of teams without one; if absent, the bot's configured zone. */
    timeZone: timeZone.optional(),
    /** 'china': public holidays and make-up workdays; 'plain': Monday to Friday. */
    calendar: z.enum(['china', 'plain']).default('china'),
    workHours: z.strictObject({ from: time, to: time }).default({ from: '09:00', to: '18:00' }),
    /** Hours without pushes; null: none. */
    quietHours: z.strictObject({ from: time, to: time }).nullable().default({ from: '20:00', to: '08:00' }),
    undoMinutes: minutes.default(10),
    stages: z.array(stage).min(2).max(20),
    /** Pipelines besides the one above; stage keys must differ between them. */
    pipelines: z.array(pipeline).max(20).default([]),
    /** Whether a win needs what every stage of its pipeline requires, or only what the won stage does. */
    wins: z.strictObject({ require: z.enum(['passed', 'won']).default('passed') }).prefault({}),
    /** Custom fields: on cards, in forms, imports and exports, and for `required`. */
    fields: z.array(customField).max(50).default([]),
    /** Workdays; for stages without limits of their own, and for deals in removed stages. */
    stall: z
      .strictObject({
        days: days.nullable().default(7),
        maxDays: days.nullable().default(20),
        /** Workdays until an unanswered alert goes to the manager. */
        escalateAfterDays: days.default(1),
      })
      .prefault({}),
    /** Who gets a lead without a named owner. */
    assignment: z
      .strictObject({
        /** In turn, to the owner of the fewest open leads, or by share. */
        strategy: z.enum(['roundRobin', 'leastLoaded', 'weighted']).default('roundRobin'),
        /** Shares by name, for `weighted`; 1 if not listed. */
        weights: z.record(words, z.number().min(0.1).max(100)).default({}),
        /** The first rule that fits decides. */
        rules: z.array(assignmentRule).max(100).default([]),
      })
      .prefault({}),
    /** Working minutes since the lead was assigned. */
    lead: z
      .strictObject({
        respondWithinMinutes: minutes.default(60),
        remindAfterMinutes: minutes.default(45),
        escalateAfterMinutes: minutes.default(120),
        /** Minutes until an unanswered lead goes to the next person; null: never. */
        reassignAfterMinutes: minutes.nullable().default(null),
      })
      .prefault({}),
    pool: z
      .strictObject({
        /** Workdays without a follow-up until a lead returns; null: never. */
        returnAfterDays: days.nullable().default(10),
        /** Workdays before the return when its owner is warned; 0: no warning. */
        warnBeforeDays: z.int().min(0).max(999).default(2),
        dailyClaims: z.int().min(1).max(1000).default(5),
        /** Open leads a person may own and still claim; null: no limit. */
        maxHeld: z.int().min(1).nullable().default(null),
        /** Days by key of `sources`, instead of `returnAfterDays`. */
        sources: z.record(words, days.nullable()).default({}),
        /** Which follow-ups count. */
        followUp: z
          .strictObject({
            channels: z
              .array(z.enum(channels))
              .min(1)
              .default([...channels]),
            /** Least length of the typed line, in letters and spaces. */
            minLetters: z.int().min(0).max(500).default(0),
          })
          .prefault({}),
        /** Return of customers; off unless set. */
        customers: z
          .strictObject({
            /** Workdays of silence; null: never. */
            returnAfterDays: days.nullable().default(null),
            /** Workdays by grade. */
            grades: z.record(words, days.nullable()).default({}),
            /** Workdays of silence after which a deal in one of these stages no longer keeps its customer. */
            stages: z.record(words, days).default({}),
            /** Workdays after the end of the contract, whatever the follow-ups; null: not used. */
            afterContractDays: days.nullable().default(null),
          })
          .prefault({}),
        /** Customers a person may own and still claim; null: no limit. */
        maxCustomers: z.int().min(1).nullable().default(null),
        /** Pool records a rep may view per day; null: no limit. */
        dailyViews: z.int().min(1).nullable().default(null),
        /**
         * Working minutes in which a returned record is offered to the next rep only; null: open to all at
         * once.
         */
        offerMinutes: minutes.nullable().default(null),
        /** Workdays in which a claimed record does not return. */
        protectDays: z.int().min(0).max(999).default(0),
        /** Workdays in which whoever lost a record may not claim it back. */
        cooldownDays: z.int().min(0).max(999).default(0),
      })
      .prefault({}),
    /** Grades of customers. */
    grades: z.array(words).default(['A', 'B', 'C', 'D']),
    reports: z
      .strictObject({
        weekly: z
          .strictObject({
            day: z.enum(weekdays).default('monday'),
            at: time.default('09:00'),
            /** Instead of `day` and `at`. */
            cron: cron.optional(),
          })
          .prefault({}),
        /** Each rep's own week, sent in private with the weekly report. */
        mine: z.strictObject({ on: z.boolean().default(true) }).prefault({}),
        /** Sent on the first workday after the month or quarter. */
        monthly: z.strictObject({ on: z.boolean().default(false), at: time.default('09:30') }).prefault({}),
        quarterly: z.strictObject({ on: z.boolean().default(false), at: time.default('10:00') }).prefault({}),
        /** The first month of the fiscal year, 1 for January; a later one is called by the year in which it ends. */
        fiscalYearStart: z.int().min(1).max(12).default(1),
      })
      .prefault({}),
    dailyTasks: z.strictObject({ at: time.default('08:30') }).prefault({}),
    /** Points of the ranking. */
    ranking: z
      .strictObject({
        followUp: points.default(1),
        visit: points.default(3),
        newLead: points.default(2),
        newDeal: points.default(3),
        moved: points.default(2),
        won: points.default(10),
        /** Follow-ups and leads earn points only if they led to something within 14 days. */
        usefulOnly: z.boolean().default(false),
      })
      .prefault({}),
    /** Whether badges are shown beside the ranking. */
    badges: z.boolean().default(false),
    /** What makes up a person's score. */
    kpi: z
      .strictObject({
        /** Percent of the score by metric; all 0: no score. */
        weights: z
          .strictObject(weights)
          .default({ ...noWeights, won: 60, newDeals: 10, visits: 20, followUps: 10 }),
      })
      .prefault({}),
    targets: z
      .strictObject({
        /** Percent by which a suggested target exceeds the usual result. */
        raisePercent: percent.default(10),
      })
      .prefault({}),
    /** Mode per rule: on, shadow (only logged), or off. */
    alerts: z
      .strictObject({
        /** Days by which the close date moved. */
        slipped: alertOf('shadow', { days: days.default(14) }),
        /** Percent by which the amount fell. */
        cut: alertOf('shadow', { percent: percent.default(20) }),
        back: alertOf('shadow', {}),
        /** Least amount, in major units of the currency. */
        bigDeal: alertOf('shadow', { above: z.number().min(0).default(500_000) }),
        won: alertOf('shadow', {}),
        /** Silence as a multiple of the customer's usual gap. */
        silent: alertOf('shadow', { factor: z.number().min(1.2).max(20).default(2.5) }),
        /** Percent by which a week's follow-ups fell below the weeks before. */
        falling: alertOf('shadow', {
          percent: percent.default(50),
          weeks: z.int().min(2).max(12).default(4),
        }),
        /** An open deal that counts for the forecast lacks an amount or date. */
        incomplete: alertOf('shadow', {}),
        /** Alerts sent to a person on their own per day; more go to the day's digest. */
        dailyBudget: z.int().min(1).max(1000).default(8),
        digestAt: time.default('17:00'),
      })
      .prefault({}),
    /** Who sees what; an admin sees everything. */
    access: z
      .strictObject({
        viewer: accessOf('team', 'all', 'none'),
        rep: accessOf('team', 'all', 'all'),
        manager: accessOf('below', 'all', 'all'),
      })
      .prefault({}),
    /** Changes made in chat. */
    changes: z
      .strictObject({
        /** Whether a change needs a second person to put it in force. */
        secondPerson: z.boolean().default(false),
      })
      .prefault({}),
    sources: z.array(named).default(defaultSources),
    /** Tags of the company; an alias is stored by its tag's name. Other tags may be used as well. */
    tags: z.array(named).default([]),
    lossReasons: z.array(named).min(1).default(defaultLossReasons),
  })
  .transform((file) => {
    const withDefaults = (stages: z.output<typeof stage>[]) =>
      stages.map((each, index) => ({
        ...each,
        probability: each.probability ?? Math.round(((index + 1) / stages.length) * 100),
        stallDays: each.stallDays === undefined ? file.stall.days : each.stallDays,
        maxDays: each.maxDays === undefined ? file.stall.maxDays : each.maxDays,
      }));
    const stages = withDefaults(file.stages);
    const main = { ...mainPipeline, aliases: [], teams: [], products: [], stages };
    const others = file.pipelines.map((each) => ({ ...each, stages: withDefaults(each.stages) }));
    return { ...file, stages, pipelines: [main, ...others] };
  });

/** Name of the file's own `stages` beside other pipelines. */
const mainPipeline = { key: 'main', name: inEachLanguage((t) => t.process.mainPipeline) };

/**
 * The sales process as declared, with every default filled in. `stages` are those of the main pipeline, the
 * first of `pipelines`.
 */
export type Process = z.output<typeof processSchema>;
export type Stage = Process['stages'][number];
export type Step = Stage['steps'][number];
export type StepTask = NonNullable<Step['task']>;
export type Pipeline = Process['pipelines'][number];
export type CustomField = Process['fields'][number];
export type NamedItem = Process['lossReasons'][number];
