import { type ByLanguage, type Catalogue, termInEach } from '../../texts/languages.js';

interface Entry {
  key: string;
  name: ByLanguage;
  aliases: string[];
}

type Names = Catalogue['process'];

const sources = ['website', 'referral', 'event', 'call', 'other'] satisfies (keyof Names['sources'])[];
const reasons = [
  'price',
  'competitor',
  'fit',
  'budget',
  'timing',
  'silent',
  'other',
] satisfies (keyof Names['lossReasons'])[];

/** Used if the file has no `sources`. */
export const defaultSources: Entry[] = sources.map((key) => ({
  key,
  ...termInEach((t) => t.process.sources[key]),
}));

/** Used where the file has no `lossReasons`. */
export const defaultLossReasons: Entry[] = reasons.map((key) => ({
  key,
  ...termInEach((t) => t.process.lossReasons[key]),
}));
