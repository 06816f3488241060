import { dayInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { Link } from '../../../platform/html/links.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { type Said, tieInWords } from './rules.ts';

/** Who never opens this record because it is their own or a relative's. */
export function SaidPanel(props: {
  personId: Id;
  said: readonly Said[];
  today: Day;
  mayEnd: boolean;
  mayAdd: boolean;
}) {
  const { personId, said, today, mayEnd, mayAdd } = props;
  return (
    <Panel
      title="Own or relative"
      link={mayAdd && <Link href={`/people/${personId}/own-or-relatives/new`}>Say whose it is</Link>}
    >
      {said.length === 0 ? (
        <p class="c-small">Nobody of the staff is known to be related to them.</p>
      ) : (
        <ul class="c-plain-list">
          {said.map((one) => (
            <li key={one.id}>
              <strong>{one.staffName}</strong> never opens this record. {tieInWords(one.kind)}.
              <span class="c-small">
                {' '}
                Said by {one.saidBy}, {dayInWords(dayOf(one.saidAt), today)}.
              </span>{' '}
              {mayEnd && (
                <Link href={`/own-or-relatives/${one.id}/ending/new`} about={`for ${one.staffName}`}>
                  It no longer holds
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
