import { CASE_RATINGS, type CaseColour } from '../../../profile/code-sets/case-ratings.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { levelOf } from '../../people/childhood/index.ts';

/** One of the nine squares. */
export type Square = { readonly harm: CaseColour; readonly breakdown: CaseColour };

/** So many cases went from one square to another. */
export type Move = { readonly from: Square; readonly to: Square; readonly count: number };

const COLOURS = CASE_RATINGS.codes.map(({ code }) => code);
const SQUARES = COLOURS.flatMap((breakdown) => COLOURS.map((harm): Square => ({ harm, breakdown })));
const [WIDE, HIGH, GAP, LEFT, TOP] = [90, 64, 5, 96, 6];
const RIGHT = LEFT + COLOURS.length * (WIDE + GAP);
const BOTTOM = TOP + COLOURS.length * (HIGH + GAP);
const MARK = 12;

/** A square in words, as a sentence goes on with it: "amber for harm, green for breakdown". */
export function squareInWords({ harm, breakdown }: Square): string {
  const word = (colour: CaseColour) => labelOf(CASE_RATINGS, colour).toLowerCase();
  return `${word(harm)} for harm, ${word(breakdown)} for breakdown`;
}

/** Draws the nine squares with how many sit in each, where a case was and is, and which way cases moved. `sentence` says the same. */
export function RatingGrid(props: {
  id: string;
  title: string;
  sentence: string;
  counts?: ReadonlyMap<string, number> | undefined;
  was?: Square | undefined;
  now?: Square | undefined;
  moves?: readonly Move[] | undefined;
}) {
  const { id, title, sentence, counts, was, now, moves = [] } = props;
  return (
    <svg
      class="c-grid"
      viewBox={`0 0 ${RIGHT} ${BOTTOM + 54}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      focusable="false"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{sentence}</desc>
      <defs>
        <marker
          id={`${id}-head`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path class="c-grid__head" d="M0 0L8 4L0 8Z" />
        </marker>
      </defs>
      <Axes />
      {SQUARES.map((square) => (
        <Cell key={squareInWords(square)} square={square} count={counts?.get(squareInWords(square))} />
      ))}
      {moves.map((move) => (
        <Arrow key={`${squareInWords(move.from)}-${squareInWords(move.to)}`} head={`${id}-head`} {...move} />
      ))}
      {was && now && !isSame(was, now) && <Arrow head={`${id}-head`} from={was} to={now} count={0} />}
      {was && !(now && isSame(was, now)) && <Mark square={was} kind="was" />}
      {now && <Mark square={now} kind="now" />}
    </svg>
  );
}

function Axes() {
  return (
    <g class="c-grid__words">
      {COLOURS.map((colour) => (
        <g key={colour}>
          <text x={LEFT - 10} y={middleOf({ harm: 'green', breakdown: colour }).y + 5} text-anchor="end">
            {labelOf(CASE_RATINGS, colour)}
          </text>
          <text x={middleOf({ harm: colour, breakdown: 'green' }).x} y={BOTTOM + 18} text-anchor="middle">
            {labelOf(CASE_RATINGS, colour)}
          </text>
        </g>
      ))}
      <text class="c-grid__axis" x={(LEFT + RIGHT) / 2} y={BOTTOM + 45} text-anchor="middle">
        risk of harm
      </text>
      <text
        class="c-grid__axis"
        transform={`translate(20 ${(TOP + BOTTOM) / 2}) rotate(-90)`}
        text-anchor="middle"
      >
        family breakdown
      </text>
    </g>
  );
}

function Cell({ square, count }: { square: Square; count: number | undefined }) {
  const { x, y } = middleOf(square);
  const colour = levelOf(square.harm) >= levelOf(square.breakdown) ? square.harm : square.breakdown;
  return (
    <g>
      <rect
        class={`c-grid__cell c-grid__cell--${colour}`}
        x={x - WIDE / 2}
        y={y - HIGH / 2}
        width={WIDE}
        height={HIGH}
        rx="4"
      />
      {count !== undefined && (
        <text class="c-grid__count" x={x - WIDE / 2 + 9} y={y - HIGH / 2 + 21}>
          {count}
        </text>
      )}
    </g>
  );
}

function Mark({ square, kind }: { square: Square; kind: 'was' | 'now' }) {
  const { x, y } = middleOf(square);
  return <circle class={`c-grid__${kind}`} cx={x} cy={y} r={kind === 'now' ? MARK : MARK - 3} />;
}

/** From square to square, a little to the side, so that moves to and fro do not lie on each other. */
function Arrow({ from, to, count, head }: Move & { head: string }) {
  const [a, b] = [middleOf(from), middleOf(to)];
  const long = Math.hypot(b.x - a.x, b.y - a.y);
  const [dx, dy] = [(b.x - a.x) / long, (b.y - a.y) / long];
  const aside = count === 0 ? 0 : 7;
  const at = (point: { x: number; y: number }, along: number) => ({
    x: Math.round(point.x + dx * along - dy * aside),
    y: Math.round(point.y + dy * along + dx * aside),
  });
  const [start, end] = [at(a, MARK + 1), at(b, -MARK - 3)];
  const middle = { x: (start.x + end.x) / 2 - dy * 9, y: (start.y + end.y) / 2 + dx * 9 + 4 };
  return (
    <g>
      <path
        class="c-grid__move"
        d={`M${start.x} ${start.y}L${end.x} ${end.y}`}
        marker-end={`url(#${head})`}
      />
      {count > 0 && (
        <text class="c-grid__moved" x={Math.round(middle.x)} y={Math.round(middle.y)} text-anchor="middle">
          {count}
        </text>
      )}
    </g>
  );
}

function middleOf({ harm, breakdown }: Square): { x: number; y: number } {
  return {
    x: LEFT + (levelOf(harm) - 1) * (WIDE + GAP) + WIDE / 2,
    y: TOP + (COLOURS.length - levelOf(breakdown)) * (HIGH + GAP) + HIGH / 2,
  };
}

function isSame(one: Square, other: Square): boolean {
  return one.harm === other.harm && one.breakdown === other.breakdown;
}
