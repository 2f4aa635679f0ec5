import { type Button, button } from '../../kernel/card/card.js';
import { dealNo } from '../../kernel/records/record-number.js';
import type { Process } from '../../sales/process/parse-process.js';
import { nextStage } from '../../sales/process/stages.js';
import type { Deal } from '../../store/schema/row-types.js';
import { type Locale, textsIn } from '../../texts/languages.js';

/** The button that moves an open deal on; where the next stage is a win, it says so. Undefined after the last stage. */
export function advanceButton(
  { process, locale }: { process: Process; locale: Locale },
  deal: Pick<Deal, 'no' | 'stage' | 'version'>,
  style: Pick<Button, 'style'> = {},
): Button | undefined {
  const target = nextStage(process, deal.stage);
  if (!target) return undefined;
  const t = textsIn(locale).common;
  const [no, v] = [dealNo(deal), deal.version];
  return target.won
    ? button(t.win, 'won', { deal: no, v }, { ...style, confirm: textsIn(locale).deal.isWon(no) })
    : button(t.move, 'move', { record: no, v }, style);
}
