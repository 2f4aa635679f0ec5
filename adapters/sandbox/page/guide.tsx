import { type GuideState, type GuideStep, guideSteps, type SandboxPlace } from '../room/options.js';
import type { View } from './entry.js';
import { Icon } from './icon.js';
import { pageAddress } from './page-address.js';

/** What the visitor is led to do first, on top of the chat; each step is ticked once it is done. */
export const GuideView = (of: {
  guide: GuideState | undefined;
  view: View;
  group: SandboxPlace | undefined;
  /** A line to type. */
  line: string | undefined;
}) => {
  const { guide, view, group, line } = of;
  if (!guide) return null;
  const { guide: t } = view.texts;
  const words: Record<GuideStep, unknown> = {
    type: line ? (
      <button type="button" class="guide-link" data-suggest={line}>
        {t.type(line)}
      </button>
    ) : (
      t.type('')
    ),
    tap: t.tap,
    look: group ? (
      <a class="guide-link" href={pageAddress(view, { in: group.id })}>
        {t.look(group.name)}
      </a>
    ) : (
      t.lookAnywhere
    ),
  };
  return (
    <section id="guide" aria-labelledby="guide-title" data-all={guide.done.length === guideSteps.length}>
      <h2 id="guide-title">
        <span class="guide-open">{t.title}</span>
        <span class="guide-over">{t.over}</span>
      </h2>
      <ol>
        {guideSteps.map((step) => (
          <li data-step={step} data-done={guide.done.includes(step)}>
            <span class="guide-mark" aria-hidden="true" />
            <span class="visually-hidden guide-ticked">{t.ticked}</span>
            {words[step]}
          </li>
        ))}
      </ol>
      <button type="button" class="icon-button" id="guide-away" aria-label={t.away}>
        <Icon name="close" />
      </button>
    </section>
  );
};
