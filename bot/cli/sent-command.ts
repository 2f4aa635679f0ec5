import { figuresHash } from '../../reports/request/figures-hash.js';
import { weeklyOf } from '../../reports/weekly/weekly-kinds.js';
import { teamById } from '../../store/people/team-queries.js';
import { sentReports } from '../../store/reports/sent-reports.js';
import type { SentReport } from '../../store/schema/row-types.js';
import { type CliContext, withCliContext } from './cli-context.js';
import { type Terminal, writeAnswer } from './terminal.js';

/** Most reports checked: a year of weekly ones. */
const maxReports = 60;

/** `genjin sent`: lists the weekly reports sent, and whether recomputing gives the same figures. */
export async function sentCommand(terminal: Terminal, flags: { json: boolean }): Promise<void> {
  await withCliContext(terminal, { make: false }, async (cli) => {
    const checked = [];
    for (const report of await sentReports(cli.store.db, 'weekly', maxReports)) {
      const team = report.teamId ? await teamById(cli.store.db, report.teamId) : undefined;
      checked.push({
        asOf: report.asOf.toISOString(),
        team: team?.name ?? null,
        processVersion: report.processVersion,
        same: await isReproduced(cli, report, team),
      });
    }
    const lines = checked.map(
      ({ asOf, team, same }) => `${asOf}  ${team ?? 'all teams'}  ${same ? 'same' : 'DIFFERS'}`,
    );
    writeAnswer(terminal, flags.json, { sent: checked }, `${lines.join('\n') || 'nothing was sent yet'}\n`);
  });
}

async function isReproduced(
  { ctx }: CliContext,
  { asOf, hash, teamId }: SentReport,
  team: Awaited<ReturnType<typeof teamById>>,
): Promise<boolean> {
  if (teamId && !team) return false;
  const zone = team?.timeZone ?? ctx.zone;
  const { figures } = await weeklyOf({ ...ctx, zone }, { team, asOf });
  return figuresHash(figures) === hash;
}
