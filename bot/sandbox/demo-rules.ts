import { parseStoredProcess } from '../../sales/process/parse-process.js';
import { editYaml } from '../../sales/process/yaml-edit.js';
import { latestProcessVersion, processHash } from '../../store/running/process-versions.js';
import type { Unit } from '../../store/unit/unit.js';
import type { DemoCompany } from './demo-cast.js';

/** Puts the rules in force with the company's own calendar, currency and size of a large deal. */
export async function putDemoRules(unit: Unit, { rules }: DemoCompany): Promise<void> {
  const inForce = await latestProcessVersion(unit.db);
  const parsed = inForce && parseStoredProcess(inForce.yaml);
  if (!inForce || !parsed?.ok) return;
  const gated = parsed.process.pipelines[0]?.stages.findIndex(({ gate }) => gate) ?? -1;
  const edits: [path: (string | number)[], value: unknown][] = [
    [['calendar'], rules.calendar],
    [['currency'], rules.currency],
    [['rates', rules.foreign.currency], [{ from: '2026-01-01', rate: rules.foreign.rate }]],
    [['alerts', 'bigDeal', 'above'], rules.large],
    ...(gated < 0
      ? []
      : [[['stages', gated, 'gate', 'above'], rules.large] as [(string | number)[], number]]),
  ];
  const yaml = edits.reduce((text, [path, set]) => editYaml(text, path, { set }), inForce.yaml);
  if (yaml !== inForce.yaml && parseStoredProcess(yaml).ok)
    await unit.putInForce({ hash: processHash(yaml), yaml });
}
