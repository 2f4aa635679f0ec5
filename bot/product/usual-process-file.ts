import { isProcessFileSeen } from '../../store/running/process-files.js';
import { latestProcessVersion } from '../../store/running/process-versions.js';
import type { Db } from '../../store/statements/db.js';
import { locales, textsIn } from '../../texts/languages.js';
import type { Config } from '../config/config.js';

type Told = Pick<Config, 'processFile' | 'locale'>;

/** The process file of a company that has no rules yet: the one that the environment names, else that of its language. */
export const firstProcessFile = ({ processFile, locale }: Told): string =>
  processFile ?? textsIn(locale).config.processFile;

/** The process file that applies: the one that the environment names, else the one that the company began with. */
export async function processFileOf(config: Told, db: Db): Promise<string> {
  const first = firstProcessFile(config);
  if (config.processFile !== undefined || (await latestProcessVersion(db)) === undefined) return first;
  return (await isProcessFileSeen(db, first)) ? first : textsIn(locales[0]).config.processFile;
}
