import { dayNarrow } from '../../../language/dates-in-words.ts';
import { addDays, type Day } from '../../../language/day.ts';
import { DAYS_DRAWN, firstDrawn, placeOf, type Sighting } from './rules.ts';

const [LEFT, RIGHT, LINE, RADIUS] = [10, 330, 26, 6];
const KINDS = [
  ['alone', 'alone'],
  ['with others', 'with others'],
  ['not seen', 'not seen'],
] as const;

/** When a child was seen in twelve weeks: each visit a sign on a line, and the same in words. */
export function SeenLine({ sightings, today }: { sightings: readonly Sighting[]; today: Day }) {
  const count = (how: Sighting['how']) => sightings.filter((one) => one.how === how).length;
  const said = KINDS.map(([how, words]) => `${words} ${count(how)}`).join(', ');
  return (
    <figure class="c-seen">
      <svg class="c-seen__line" viewBox="0 0 340 58" role="img" aria-label={`In twelve weeks: ${said}`}>
        <path class="c-seen__rule" d={`M${LEFT} ${LINE}H${RIGHT}`} />
        <path class="c-seen__today" d={`M${RIGHT} ${LINE - 14}V${LINE + 12}`} />
        <text class="c-seen__words" x={RIGHT + 6} y={10} text-anchor="end">
          today
        </text>
        {sightings.map(({ on, how }, index) => (
          <Sign key={`${on} ${index}`} how={how} x={LEFT + placeOf(on, today) * (RIGHT - LEFT)} y={LINE} />
        ))}
        {[firstDrawn(today), addDays(today, -DAYS_DRAWN / 2)].map((some, index) => (
          <text
            key={some}
            class="c-seen__words"
            x={index === 0 ? 0 : (LEFT + RIGHT) / 2}
            y={54}
            text-anchor={index === 0 ? 'start' : 'middle'}
          >
            {dayNarrow(some, today).replace(/^\S+ /u, '')}
          </text>
        ))}
      </svg>
      <figcaption class="c-seen__legend">
        {KINDS.filter(([how]) => count(how) > 0).map(([how, words]) => (
          <span key={how}>
            <svg class="c-seen__sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
              <Sign how={how} x={8} y={8} />
            </svg>
            {words}, {count(how)}
          </span>
        ))}
        {sightings.length === 0 && 'Nobody has seen them in these twelve weeks.'}
      </figcaption>
    </figure>
  );
}

function Sign({ how, x, y }: { how: Sighting['how']; x: number; y: number }) {
  const at = Math.round(x * 10) / 10;
  if (how === 'not seen')
    return <path class="c-seen__not" d={`M${at - 5} ${y - 5}l10 10M${at + 5} ${y - 5}l-10 10`} />;
  return <circle class={how === 'alone' ? 'c-seen__alone' : 'c-seen__others'} cx={at} cy={y} r={RADIUS} />;
}
