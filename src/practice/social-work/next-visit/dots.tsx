import { type Day, daysBetween } from '../../../language/day.ts';
import { DaysSinceDots } from '../../../platform/charts/days-since.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { type DaysOf, isOverdue } from './rules.ts';

/** How many days ago each child was last seen: a dot for each, those past their day apart. Nothing where there is no child. */
export function SeenDots({
  all,
  today,
  href,
}: {
  all: readonly DaysOf[];
  today: Day;
  href?: string | undefined;
}) {
  if (all.length === 0) return null;
  const over = all.filter((one) => isOverdue(one, today)).length;
  const sentence = `Days since each of ${all.length} was last seen; ${over} past the day`;
  const dots = all.map((one) => ({
    days: one.seenOn && daysBetween(one.seenOn, today),
    isOver: isOverdue(one, today),
  }));
  return (
    <Panel title="Visible children">
      <p class="c-small">{sentence}</p>
      <DaysSinceDots all={dots} noun="children" sentence={sentence} />
      {href && <Link href={href}>{over > 0 ? `See the ${over}` : 'See all of them'}</Link>}
    </Panel>
  );
}
