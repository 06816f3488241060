import type { ComponentChildren } from 'preact';
import { Icon } from './icons.tsx';
import { CoastDrawing, DoorDrawing, type DoorDrawingName } from './illustration.tsx';
import { Link } from './links.tsx';

/** The opening of the public front page: one sentence that forgives, two things to do, the coast behind. */
export function Hero({
  title,
  words,
  actions,
}: {
  title: string;
  words: string;
  actions: ComponentChildren;
}) {
  return (
    <div class="c-hero">
      <div class="c-hero__inner">
        <h1 class="c-hero__title">{title}</h1>
        <p class="c-hero__words">{words}</p>
        <div class="c-buttons c-hero__actions">{actions}</div>
      </div>
      <CoastDrawing />
    </div>
  );
}

export type Door = {
  readonly drawing: DoorDrawingName;
  readonly title: string;
  readonly words: string;
  readonly href: string;
  readonly go: string;
};

/** Doors for those who look for themselves. The whole card can be pressed; the link is its title. */
export function Doors({ doors, label }: { doors: readonly Door[]; label: string }) {
  return (
    <ul class="c-doors" aria-label={label}>
      {doors.map((door) => (
        <li key={door.href} class="c-door">
          <DoorDrawing name={door.drawing} />
          <h2 class="c-door__title">
            <Link href={door.href} class="c-door__link">
              {door.title}
            </Link>
          </h2>
          <p class="c-door__words">{door.words}</p>
          <p class="c-door__go" aria-hidden="true">
            {door.go} <Icon name="arrow" size="small" />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What will happen, as stations on one line; the light is on the first, because that is where the reader is. */
export function Steps({ steps }: { steps: readonly { readonly title: string; readonly words: string }[] }) {
  return (
    <ol class="c-steps">
      {steps.map((step) => (
        <li key={step.title} class="c-steps__one">
          <h3>{step.title}</h3>
          <p>{step.words}</p>
        </li>
      ))}
    </ol>
  );
}

/** Links with a line under each, in three columns. */
export function LinkColumns({ links }: { links: readonly { href: string; words: string; note: string }[] }) {
  return (
    <ul class="c-link-columns">
      {links.map((link) => (
        <li key={link.href}>
          <Link href={link.href} class="c-link-columns__link">
            {link.words}
          </Link>
          <p>{link.note}</p>
        </li>
      ))}
    </ul>
  );
}
