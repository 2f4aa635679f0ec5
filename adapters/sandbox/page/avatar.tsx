import type { Cast, SandboxPerson } from '../room/options.js';

const colours = 8;

/** Initials on the person's colour; the name stands beside it, so it is no news to a screen reader. */
export const Avatar = ({ person, cast }: { person: SandboxPerson; cast: Cast }) => {
  const colour = person.colour ?? cast.people.findIndex((known) => known.id === person.id);
  return (
    <span class={`avatar colour-${Math.abs(colour) % colours}`} aria-hidden="true">
      {initials(person.name)}
    </span>
  );
};

export const BotAvatar = () => (
  <span class="avatar bot" aria-hidden="true">
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d="M5 17.5 10 12l3 3 6-7.5M14.5 7.5H19V12" />
    </svg>
  </span>
);

/** '李雷' → '李雷' is two characters already; longer Chinese names keep the last two; 'Ann Lee' → 'AL'. */
export function initials(name: string): string {
  const trimmed = name.trim();
  if (/\p{Script=Han}/u.test(trimmed)) return [...trimmed].slice(-2).join('');
  const words = trimmed.split(/\s+/u);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [words[0], last]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
