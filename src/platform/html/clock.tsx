/** What is drawn of a clock; its words carry the meaning and are written by the slice whose clock it is. */
export type ClockProps = {
  startedAt: Date;
  /** Null where this thing has no clock. */
  dueAt: Date | null;
  now: Date;
  /** "1 h 40 min left", "Over by 48 min", "No clock". */
  words: string;
  /** "today 15:42", "was due 13:14". */
  note?: string | undefined;
  /** Set when it was answered: the light stays where it stopped. */
  stoppedAt?: Date | undefined;
  /** Nothing has been rated yet, so the line is drawn without haste. */
  quiet?: boolean | undefined;
};

export type ClockState = 'none' | 'running' | 'near' | 'over' | 'stopped';

const WIDTH = 130;
const NEAR = 0.8;
// Past the end the time allowed keeps two thirds of the line, so that the dashes have somewhere to go.
const DUE_WHEN_OVER = 88;

/** How a clock stands: near from four fifths of the time allowed, over after its end. */
export function clockState({ startedAt, dueAt, now, stoppedAt }: Omit<ClockProps, 'words'>): ClockState {
  if (!dueAt) return 'none';
  if (stoppedAt) return stoppedAt > dueAt ? 'over' : 'stopped';
  if (now > dueAt) return 'over';
  return share(startedAt, dueAt, now) >= NEAR ? 'near' : 'running';
}

/** A line with a light on it, the words above, the time it is due below. */
export function Clock(props: ClockProps) {
  const state = clockState(props);
  return (
    <div class={`c-clock c-clock--${state}${props.quiet ? ' c-clock--quiet' : ''}`}>
      <span class="c-clock__words">{props.words}</span>
      {props.dueAt && (
        <ClockLine state={state} at={share(props.startedAt, props.dueAt, props.stoppedAt ?? props.now)} />
      )}
      {props.note && <span class="c-clock__note">{props.note}</span>}
    </div>
  );
}

function ClockLine({ state, at }: { state: ClockState; at: number }) {
  const end = WIDTH - 2;
  const light = state === 'over' ? WIDTH - 6 : Math.round(7 + at * (end - 14));
  const due = state === 'over' ? DUE_WHEN_OVER : end;
  return (
    <svg
      class="c-clock__line"
      viewBox={`0 0 ${WIDTH} 14`}
      width={WIDTH}
      height="14"
      aria-hidden="true"
      focusable="false"
    >
      <path class="c-clock__rest" d={`M0 7H${end}`} />
      <path class="c-clock__gone" d={`M0 7H${Math.min(light, due)}`} />
      {state === 'over' && <path class="c-clock__over" d={`M${due} 7H${light}`} stroke-dasharray="4 3" />}
      <path class="c-clock__due" d={`M${due} 2V12`} />
      <circle class="c-clock__light" cx={light} cy="7" r={state === 'over' ? 5.5 : 4.5} />
    </svg>
  );
}

function share(startedAt: Date, dueAt: Date, at: Date): number {
  const allowed = dueAt.getTime() - startedAt.getTime();
  if (allowed <= 0) return 1;
  return Math.min(1, Math.max(0, (at.getTime() - startedAt.getTime()) / allowed));
}
