import { isZone } from '../../kernel/time/zone.js';
import {
  type ParsedProcess,
  type Process,
  parseProcess,
  placedIn,
} from '../../sales/process/parse-process.js';
import { because, type ProcessFinding } from '../../sales/process/process-problems.js';
import { schedulesWithoutSlot } from '../../sales/process/process-schedules.js';
import { strandedStages } from '../../sales/process/stages.js';
import { listTeams } from '../../store/people/team-queries.js';
import { pipelineAt } from '../../store/reports/figure-queries.js';
import type { Db } from '../../store/statements/db.js';
import { sameInEach } from '../../texts/languages.js';

/** What it depends on whether a process may be put in force. */
interface CompanyNow {
  db: Db;
  now: Date;
  /** The zone of teams without one. */
  timeZone: string;
}

/**
 * Parses a process text that is to be put in force. Its problems include open deals in stages that it no longer has,
 * and schedules without a slot in a zone in use.
 */
export async function acceptProcess(company: CompanyNow, yaml: string): Promise<ParsedProcess> {
  const parsed = parseProcess(yaml);
  if (!parsed.ok) return parsed;
  const zones = await zonesInUse(company, parsed.process);
  const findings = [
    ...(await strandedDeals(company, parsed.process)),
    ...schedulesWithoutSlot(parsed.process, zones, company.now),
  ];
  return findings.length === 0 ? parsed : { ok: false, problems: placedIn(yaml, findings) };
}

/** The zones in which the schedules of a process run; a team's unknown zone is not the fault of its text. */
async function zonesInUse({ db, timeZone }: CompanyNow, process: Process): Promise<string[]> {
  const teams = await listTeams(db);
  return [process.timeZone ?? timeZone, ...teams.map((team) => team.timeZone)].filter(isZone);
}

/** Finds open deals in removed stages: the file must say which stage takes them. */
async function strandedDeals({ db, now }: CompanyNow, process: Process): Promise<ProcessFinding[]> {
  const standing = await pipelineAt(db, now);
  return strandedStages(process, standing).map(({ stage, deals }) => ({
    path: ['stages'],
    atKey: true,
    reason: because((t) => t.stranded(deals, stage)),
    example: sameInEach(`was: [${stage}]`),
  }));
}
