import type { Day } from '../../../language/day.ts';
import { type Axis, axisOf, type Lane, type PlacedBar, placed } from './rules.ts';

type Drawn = {
  readonly people: readonly Lane[];
  readonly places: readonly Lane[];
  readonly bornOn: Day | undefined;
  readonly today: Day;
};

/**
 * With whom and where somebody lived, on one line of years: a lane for each person and each address. It is drawn for sight alone: names and years
 * are text, and the table below says the same in words.
 */
export function LivesDrawing({ people, places, bornOn, today }: Drawn) {
  const axis = axisOf([...people, ...places], bornOn, today);
  return (
    <figure class="c-lives">
      <dl class="c-lives__lanes">
        {people.map((lane) => (
          <LaneRow key={lane.id} lane={lane} axis={axis} kind="person" />
        ))}
        {places.map((lane) => (
          <LaneRow key={lane.id} lane={lane} axis={axis} kind="place" />
        ))}
      </dl>
      <Years axis={axis} />
      <figcaption class="c-small">
        A broken edge is a day that is only roughly known, and a question mark one that is not known. An arrow
        goes on today.
      </figcaption>
    </figure>
  );
}

function LaneRow({ lane, axis, kind }: { lane: Lane; axis: Axis; kind: 'person' | 'place' }) {
  return (
    <div class="c-lives__lane">
      <dt>{lane.words}</dt>
      <dd>
        <svg class={`c-lives__strip c-lives__strip--${kind}`} aria-hidden="true" focusable="false">
          <YearLines axis={axis} />
          {lane.bars.map((bar) => (
            <Bar key={`${bar.fromOn} ${bar.untilOn}`} bar={placed(bar, axis)} />
          ))}
        </svg>
      </dd>
    </div>
  );
}

function YearLines({ axis }: { axis: Axis }) {
  return (
    <>
      {axis.years.map(({ at, words }) => (
        <line key={words} class="c-lives__year" x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" />
      ))}
    </>
  );
}

function Bar({ bar }: { bar: PlacedBar }) {
  return (
    <svg x={`${bar.at}%`} width={`${bar.width}%`} y="3" height="14" class="c-lives__whole" aria-hidden="true">
      <rect class="c-lives__bar" width="100%" height="14" />
      <path class={`c-lives__edge${bar.from === 'sure' ? '' : ' c-lives__edge--broken'}`} d="M1 0V14" />
      {bar.from === 'not known' && (
        <text class="c-lives__unknown" x="6" y="11.500">
          ?
        </text>
      )}
      <svg x="100%" class="c-lives__whole" aria-hidden="true">
        {bar.until === 'goes on' ? (
          <path class="c-lives__on" d="M-9 1.500 -1 7 -9 12.500z" />
        ) : (
          <path class={`c-lives__edge${bar.until === 'sure' ? '' : ' c-lives__edge--broken'}`} d="M-1 0V14" />
        )}
      </svg>
    </svg>
  );
}

function Years({ axis }: { axis: Axis }) {
  return (
    <div class="c-lives__lane" aria-hidden="true">
      <span />
      <svg class="c-lives__years" aria-hidden="true" focusable="false">
        {axis.years.map(({ at, words }) => (
          <text key={words} class="c-lives__words" x={`${at}%`} y="13">
            {words}
          </text>
        ))}
      </svg>
    </div>
  );
}
