import { dayInWords, timeInWords } from '../language/dates-in-words.ts';
import { dayOf } from '../language/day.ts';
import { Link } from '../platform/html/links.tsx';
import type { Context } from '../platform/web/context.ts';

/** When the figures of a page were counted: what was recorded after that is not in them yet. */
export function CountedAt({ at, to, context }: { at: Date; to: string; context: Context }) {
  const { zone } = context.profile.calendar;
  const on = dayOf(at, zone);
  const day = on === context.today ? 'today' : dayInWords(on, context.today);
  return (
    <p class="c-small">
      Counted {day} at {timeInWords(at, zone)}.{' '}
      {context.knownAt === undefined && at < context.now && (
        <Link href={`${to}&count=now`}>Count again now</Link>
      )}
    </p>
  );
}
