import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import { Notice } from '../../../platform/html/disclosure.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { type DeclaredPeriod, standingOn } from '../../people/what-is-asked/index.ts';

/** The periods that stand today, above a list of children; nothing where none does. */
export function DeclaredNotice({ periods, today }: { periods: readonly DeclaredPeriod[]; today: Day }) {
  const stand = periods.filter((one) => standingOn(one, today) === 'stands');
  if (stand.length === 0) return null;
  return (
    <Notice>
      {stand.map(({ id, title, days, fromOn }) => (
        <p key={id}>
          <Link href={`/declared-periods/${id}`}>{title}</Link>, since {dayInWords(fromOn, today)}: to be seen
          within {days === 1 ? '1 day' : `${days} days`}.
        </p>
      ))}
    </Notice>
  );
}
