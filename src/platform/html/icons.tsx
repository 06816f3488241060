// Drawn here, 24 by 24, in the colour of the text beside them. Every one is hidden from screen readers: the words
// beside a shape say what it means.

// Made anew each time: a drawing that stayed would hold on to the page that it was last drawn on, with all that stood there.
const SHAPES = {
  red: () => <path d="M12 2 22 12 12 22 2 12z" />,
  amber: () => <path d="M12 3 22.5 21h-21z" />,
  green: () => <circle cx="12" cy="12" r="9.5" />,
  blue: () => <path d="M3 3h18v18H3z" />,
  none: () => <circle class="c-icon__ring" cx="12" cy="12" r="9" stroke-dasharray="5.4 4" />,
  warning: () => (
    <path
      d="M10.3 2.9a2 2 0 0 1 3.4 0l9 15.9A2 2 0 0 1 21 22H3a2 2 0 0 1-1.7-3.2zM10.9 8l.3 7h1.6l.3-7zm1.1 8.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8z"
      fill-rule="evenodd"
    />
  ),
  tick: () => <path class="c-icon__stroke" d="m4 13 5.5 5.5L20.5 6.5" />,
  cross: () => <path class="c-icon__stroke" d="m5 5 14 14M19 5 5 19" />,
  search: () => <path class="c-icon__stroke" d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zm5-1.5 5 5" />,
  arrow: () => <path class="c-icon__stroke" d="M3 12h17m-7-7 7 7-7 7" />,
  waiting: () => <circle class="c-icon__ring" cx="12" cy="12" r="8" />,
} as const;

export type IconName = keyof typeof SHAPES;

/** A small drawing in the colour of its text; it never stands without words. */
export function Icon({ name, size = 'text' }: { name: IconName; size?: 'text' | 'small' }) {
  return (
    <svg
      class={`c-icon c-icon--${name} c-icon--${size}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[name]()}
    </svg>
  );
}

/** The word mark: the sun on the horizon, and the name. */
export function WordMark() {
  return (
    <span class="c-mark">
      <svg class="c-mark__sign" viewBox="0 0 50 32" aria-hidden="true" focusable="false">
        <path class="c-mark__sun" d="M13.5 21.5a11.5 11.5 0 0 1 23 0z" />
        <path class="c-mark__line" d="M0 22.5h50" />
        <path class="c-mark__ray" d="M25 1v5M9.5 7.5l3.600 3.600M40.5 7.5l-3.600 3.600" />
        <path class="c-mark__water" d="M10 30h30" />
      </svg>
      <span class="c-mark__name">continuum</span>
    </span>
  );
}
