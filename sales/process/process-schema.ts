import { z } from 'zod';
import { isZone } from '../../kernel/time/zone.js';
import {
  type ByLanguage,
  type Catalogue,
  inEachLanguage,
  locales,
  sameInEach,
} from '../../texts/languages.js';
import { isCron } from './cron.js';
import type { Metric } from './metrics.js';
import { defaultLossReasons, defaultSources } from './process-defaults.js';
import { because } from './process-problems.js';

/** Deal fields a stage may require without declaring them under `fields`. */
export const builtInFields: Record<string, ByLanguage> = Object.fromEntries(
  (['amount', 'closeDate', 'contact', 'product', 'note'] as const).map((key) => [
    key,
    inEachLanguage((t) => t.process.fields[key]),
  ]),
);

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** A check of ours: the reason travels in the issue's `params`. */
const reason = (pick: (t: Catalogue['problem']) => string) => ({ params: { reason: because(pick) } });

const words = z.string().trim().min(1);

/** One text serves every language; a missing language borrows the first that is there. */
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

/** `- 官网` or `- {key, name, aliases}`; without a key, the name in the first language is the key. */
const named = z.preprocess(
  (value) => (typeof value === 'string' ? { name: value } : value),
  z
    .strictObject({ key: words.optional(), name: nameSchema, aliases: z.array(words).default([]) })
    .transform((entry) => ({ ...entry, key: entry.key ?? entry.name[locales[0]] })),
);

const step = z.preprocess(
  (value) =>
    typeof value === 'object' && value !== null && locales.some((locale) => locale in value)
      ? { name: value }
      : value,
  named,
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
    isCron,
    reason((t) => t.cron),
  );

const timeZone = z
  .string()
  .trim()
  .refine(
    isZone,
    reason((t) => t.timeZone),
  );

/** Ways of following up, as they are stored. */
export const channels = ['call', 'visit', 'wechat', 'email', 'meeting', 'other'] as const;

const percent = z.int().min(0).max(100);
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

/** An alert rule with its thresholds. */
const alertOf = <S extends z.ZodRawShape>(mode: 'on' | 'shadow' | 'off', thresholds: S) =>
  z
    .strictObject({ mode: z.enum(['on', 'shadow', 'off']).default(mode), ...thresholds })
    .prefault({} as never);

const right = z.enum(['all', 'own', 'none']);

/** Whose records a role sees, and which of their amounts and phones. */
const accessOf = (sees: 'team' | 'below', amount: 'all', phone: 'all' | 'none') =>
  z
    .strictObject({
      sees: z.enum(['self', 'team', 'below', 'all']).default(sees),
      amount: right.default(amount),
      phone: right.default(phone),
    })
    .prefault({});

/** Somebody has to let a deal into the stage. */
const gate = z.strictObject({
  /** The manager of the deal's team, or an admin. */
  role: z.enum(['manager', 'admin']).default('manager'),
  /** These people instead, by name. */
  people: z.array(words).default([]),
  /** One of them, or each. */
  need: z.enum(['any', 'all']).default('any'),
  /** Only deals of so much and more, in whole units of the currency; null: every deal. */
  above: z.number().min(0).nullable().default(null),
  /** Workdays until the approvers are reminded, and until a request runs out. */
  remindAfterDays: days.default(1),
  expireAfterDays: days.default(5),
});

const stage = z.strictObject({
  key,
  name: nameSchema,
  aliases: z.array(words).default([]),
  goal: nameSchema.default(sameInEach('')),
  /** Standard actions (SOP steps), in order. */
  steps: z.array(step).default([]),
  /** What a deal must have to enter the stage: built-in field names or keys of `fields`. */
  required: z.array(words).default([]),
  probability: percent.optional(),
  stallDays: days.nullable().optional(),
  maxDays: days.nullable().optional(),
  won: z.boolean().default(false),
  gate: gate.nullable().default(null),
  /** Keys of stages that are gone: their deals stand here now. */
  was: z.array(words).default([]),
});

/** A further way of selling, with stages of its own. */
const pipeline = z.strictObject({
  key,
  name: nameSchema,
  aliases: z.array(words).default([]),
  /** Names of the teams that sell this way; their new deals begin here. */
  teams: z.array(words).default([]),
  /** A new deal whose product holds one of these begins here. */
  products: z.array(words).default([]),
  stages: z.array(stage).min(2).max(20),
});

const fieldTypes = ['text', 'money', 'date', 'choice', 'person'] as const;

/** A fact of a deal that the company has of its own. */
const customField = z.strictObject({
  key,
  name: nameSchema,
  type: z.enum(fieldTypes).default('text'),
  /** What there is to choose from, for `choice`. */
  choices: z.array(named).default([]),
});

const assignmentRule = z.strictObject({
  name: nameSchema,
  when: z.strictObject({
    /** Keys of `sources`. */
    sources: z.array(words).default([]),
    tags: z.array(words).default([]),
    /** The customer's region, or a place that stands in the customer's name or the note. */
    regions: z.array(words).default([]),
    /** What the note asks for. */
    products: z.array(words).default([]),
    /** Any of these stands in the customer's name or the note. */
    words: z.array(words).default([]),
    /** Worth so much and more, in whole units of the currency. */
    above: z.number().min(0).optional(),
  }),
  /** Name of the team; the one it would go to anyway where it is not said. */
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
    /** Zone of teams that name none; absent: the one the bot was configured with. */
    timeZone: timeZone.optional(),
    /** 'china': public holidays and make-up workdays; 'plain': Monday to Friday. */
    calendar: z.enum(['china', 'plain']).default('china'),
    workHours: z.strictObject({ from: time, to: time }).default({ from: '09:00', to: '18:00' }),
    /** Nothing is pushed in these hours; null: pushed at any hour. */
    quietHours: z.strictObject({ from: time, to: time }).nullable().default({ from: '20:00', to: '08:00' }),
    undoMinutes: minutes.default(10),
    stages: z.array(stage).min(2).max(20),
    /** Ways of selling beside the one above; no stage key may stand in two of them. */
    pipelines: z.array(pipeline).max(20).default([]),
    /** Fields of the company's own: on cards, in forms, imports and exports, and for `required`. */
    fields: z.array(customField).max(50).default([]),
    /** Workdays; used by stages that name none, and for deals in a stage that is no longer there. */
    stall: z
      .strictObject({
        days: days.nullable().default(7),
        maxDays: days.nullable().default(20),
        /** An alert not acted on goes to the manager after so many workdays. */
        escalateAfterDays: days.default(1),
      })
      .prefault({}),
    /** Who gets a lead that names nobody. */
    assignment: z
      .strictObject({
        /** In turn, to who holds fewest open leads, or by share. */
        strategy: z.enum(['roundRobin', 'leastLoaded', 'weighted']).default('roundRobin'),
        /** Shares by name, for `weighted`; 1 where it is not said. */
        weights: z.record(words, z.number().min(0.1).max(100)).default({}),
        /** The first that fits decides. */
        rules: z.array(assignmentRule).max(100).default([]),
      })
      .prefault({}),
    /** Working minutes since the lead was handed to its owner. */
    lead: z
      .strictObject({
        respondWithinMinutes: minutes.default(60),
        remindAfterMinutes: minutes.default(45),
        escalateAfterMinutes: minutes.default(120),
        /** Untouched that long, the lead goes to the next person; null: it stays. */
        reassignAfterMinutes: minutes.nullable().default(null),
      })
      .prefault({}),
    pool: z
      .strictObject({
        /** Workdays without a follow-up until a lead goes back; null: never. */
        returnAfterDays: days.nullable().default(10),
        /** Workdays before the return at which its owner is warned; 0: no warning. */
        warnBeforeDays: z.int().min(0).max(999).default(2),
        dailyClaims: z.int().min(1).max(1000).default(5),
        /** Open leads one person may hold and still claim; null: no limit. */
        maxHeld: z.int().min(1).nullable().default(null),
        /** The same by key of `sources`, in place of `returnAfterDays`. */
        sources: z.record(words, days.nullable()).default({}),
        /** Which follow-ups keep a lead or a customer. */
        followUp: z
          .strictObject({
            channels: z
              .array(z.enum(channels))
              .min(1)
              .default([...channels]),
            /** Letters and spaces of the line as it was said. */
            minLetters: z.int().min(0).max(500).default(0),
          })
          .prefault({}),
        /** Customers, which go back as leads do; nothing is watched unless it is said. */
        customers: z
          .strictObject({
            /** Workdays of silence; null: never. */
            returnAfterDays: days.nullable().default(null),
            /** The same by grade. */
            grades: z.record(words, days.nullable()).default({}),
            /** A deal in one of these stages does not keep its customer for longer than so many days of silence. */
            stages: z.record(words, days).default({}),
            /** Workdays after the end of the contract, whatever was followed up; null: the end changes nothing. */
            afterContractDays: days.nullable().default(null),
          })
          .prefault({}),
        /** Customers one person may hold and still claim; null: no limit. */
        maxCustomers: z.int().min(1).nullable().default(null),
        /** Records of the pool a rep may look at a day; null: no limit. */
        dailyViews: z.int().min(1).nullable().default(null),
        /** Working minutes for which what returns is offered to the next in turn alone; null: to all at once. */
        offerMinutes: minutes.nullable().default(null),
        /** Workdays for which what was claimed does not return. */
        protectDays: z.int().min(0).max(999).default(0),
        /** Workdays for which whoever lost it may not claim it back. */
        cooldownDays: z.int().min(0).max(999).default(0),
      })
      .prefault({}),
    /** What customers may be graded. */
    grades: z.array(words).default(['A', 'B', 'C', 'D']),
    reports: z
      .strictObject({
        weekly: z
          .strictObject({
            day: z.enum(weekdays).default('monday'),
            at: time.default('09:00'),
            /** In place of day and at. */
            cron: cron.optional(),
          })
          .prefault({}),
        /** Each rep's own week, in private, when the weekly report comes. */
        mine: z.strictObject({ on: z.boolean().default(true) }).prefault({}),
        /** On the first workday, of the month or quarter that is over. */
        monthly: z.strictObject({ on: z.boolean().default(false), at: time.default('09:30') }).prefault({}),
        quarterly: z.strictObject({ on: z.boolean().default(false), at: time.default('10:00') }).prefault({}),
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
        /** A follow-up and a lead earn their points only where they led to something within 14 days. */
        usefulOnly: z.boolean().default(false),
      })
      .prefault({}),
    /** Whether badges stand beside the ranking. */
    badges: z.boolean().default(false),
    /** What makes up a person's score. */
    kpi: z
      .strictObject({
        /** Percent of the score, by metric; all 0: there is no score. */
        weights: z
          .strictObject(weights)
          .default({ ...noWeights, won: 60, newDeals: 10, visits: 20, followUps: 10 }),
      })
      .prefault({}),
    targets: z
      .strictObject({
        /** A suggested target is so much above what was usual. */
        raisePercent: percent.default(10),
      })
      .prefault({}),
    /** Each rule tells, is only noted (shadow), or is off. */
    alerts: z
      .strictObject({
        /** The close date moved by so many days. */
        slipped: alertOf('shadow', { days: days.default(14) }),
        /** The amount fell by so much. */
        cut: alertOf('shadow', { percent: percent.default(20) }),
        back: alertOf('shadow', {}),
        /** Worth so much and more, in whole units of the currency. */
        bigDeal: alertOf('shadow', { above: z.number().min(0).default(500_000) }),
        won: alertOf('shadow', {}),
        /** No contact for so many times the customer's own usual gap. */
        silent: alertOf('shadow', { factor: z.number().min(1.2).max(20).default(2.5) }),
        /** A week's follow-ups fell so far below those of the weeks before. */
        falling: alertOf('shadow', {
          percent: percent.default(50),
          weeks: z.int().min(2).max(12).default(4),
        }),
        /** An open deal that counts for the forecast lacks amount or date. */
        incomplete: alertOf('shadow', {}),
        /** Alerts that reach a person by themselves in a day; further ones come in the day's list. */
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
    /** Changes made in the chat. */
    changes: z
      .strictObject({
        /** Whoever proposes a change may not put it in force. */
        secondPerson: z.boolean().default(false),
      })
      .prefault({}),
    sources: z.array(named).default(defaultSources),
    /** Tags of the company; what is said by an alias is kept by its name. Others may be used as well. */
    tags: z.array(named).default([]),
    lossReasons: z.array(named).min(1).default(defaultLossReasons),
  })
  .transform((file) => {
    const filled = (stages: z.output<typeof stage>[]) =>
      stages.map((each, index) => ({
        ...each,
        probability: each.probability ?? Math.round(((index + 1) / stages.length) * 100),
        stallDays: each.stallDays === undefined ? file.stall.days : each.stallDays,
        maxDays: each.maxDays === undefined ? file.stall.maxDays : each.maxDays,
      }));
    const stages = filled(file.stages);
    const main = { ...mainPipeline, aliases: [], teams: [], products: [], stages };
    const others = file.pipelines.map((each) => ({ ...each, stages: filled(each.stages) }));
    return { ...file, stages, pipelines: [main, ...others] };
  });

/** What the file's own `stages` are called beside others. */
const mainPipeline = { key: 'main', name: inEachLanguage((t) => t.process.mainPipeline) };

/**
 * The sales process as the file declares it, every default filled in. `stages` are those of the main pipeline, which is
 * the first of `pipelines`.
 */
export type Process = z.output<typeof processSchema>;
export type Stage = Process['stages'][number];
export type Step = Stage['steps'][number];
export type Pipeline = Process['pipelines'][number];
export type CustomField = Process['fields'][number];
export type NamedItem = Process['lossReasons'][number];
