import { writesDayFirst } from '../../kernel/time/zone.js';
import type { Setting, SettingValue } from '../../sales/process/setting.js';
import { valueWords } from '../../sales/process/setting-values.js';
import type { Context } from '../access/context.js';

/** Words the value of a rule as the reader writes it: `9:00 AM`, `14:00`. */
export const settingWords = (
  { locale, zone }: Pick<Context, 'locale' | 'zone'>,
  setting: Setting,
  value: SettingValue = setting.value,
): string => valueWords(setting, value, locale, writesDayFirst(zone));
