import { dayInWords, dayNarrow, daysAgo, timeInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import { type Fact, Facts } from '../../../platform/html/facts.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel, PanelPart } from '../../../platform/html/panel.tsx';
import { Flag } from '../../../platform/html/tags.tsx';
import { Voice } from '../../../platform/html/voice.tsx';
import type { CaseRating } from '../../people/childhood/index.ts';
import { namedWithAge, openInWords } from '../../people/person/index.ts';
import { RatingGrid, squareInWords } from '../rating-grid/index.ts';
import type { CaseReading } from './reading.ts';

type Props = {
  readonly reading: CaseReading;
  /** How many other open children in the viewer's sight sit in the square of the rating in force. */
  readonly others: number;
  /** What stands under the name beside what is open and who works with the child: brothers and sisters who are next. */
  readonly note?: string | undefined;
  /** 2 where the page has its heading already. */
  readonly level?: 1 | 2 | undefined;
  readonly today: Day;
};

/** One case to read: who, what the child said, what happened since the last rating, the facts now, and where it sits. */
export function CaseReadingPanel(props: Props) {
  const { reading, note, today, level } = props;
  const { child, said, happened } = reading;
  return (
    <Panel>
      <PageHead
        level={level}
        title={namedWithAge(child, today)}
        below={[openWords(reading, today), workerWords(reading), note].filter(Boolean).join(' ')}
        actions={<Link href={`/people/${child.id}`}>Open record</Link>}
      />
      {said?.said === undefined ? (
        <p class="c-small">Nothing that {child.name} said has been written down yet.</p>
      ) : (
        <Voice
          words={said.said}
          size="panel"
          by={`${dayInWords(said.visitedOn, today)}${said.alone ? ', alone' : ''}`}
        />
      )}
      <PanelPart>
        <div class="c-rating__facts">
          <section>
            <h2 class="c-panel__title">{sinceTitle(reading)}</h2>
            {happened.length === 0 ? (
              <p class="c-small">Nothing is on record.</p>
            ) : (
              <Facts facts={happened.map(({ on, words }): Fact => [dayNarrow(on, today), words])} />
            )}
          </section>
          <section>
            <h2 class="c-panel__title">Facts now</h2>
            <Facts facts={factsOf(reading, today)} />
          </section>
        </div>
      </PanelPart>
      <PanelPart title="Where this sits">
        <WhereItSits {...props} />
      </PanelPart>
    </Panel>
  );
}

function sinceTitle({ ratings }: CaseReading): string {
  return ratings.length === 0 ? 'Since the work opened' : 'Since the last rating';
}

function openWords({ open }: CaseReading, today: Day): string {
  if (open.length === 0) return 'Nothing is open any more.';
  const words = open.map(({ kind, beganOn }) =>
    beganOn === undefined ? openInWords(kind) : `${openInWords(kind)} since ${dayInWords(beganOn, today)}`,
  );
  return `${words.join(', ')}.`;
}

function workerWords({ allocated }: CaseReading): string {
  return allocated === undefined ? 'No worker yet.' : `${allocated.worker.name}.`;
}

function factsOf({ lastSeen, nextVisit, plan, care }: CaseReading, today: Day): readonly Fact[] {
  const seen =
    lastSeen === undefined
      ? 'Not yet'
      : `${daysAgo(lastSeen.visitedOn, today)}${lastSeen.alone ? ', alone' : ''}`;
  return [
    ['Seen', seen],
    ['Next visit', nextVisit ? <NextVisitWords on={nextVisit.on} today={today} /> : 'No day is set'],
    ['Protection plan', plan ?? 'None'],
    ['In care', care ?? 'No'],
  ];
}

function NextVisitWords({ on, today }: { on: Day; today: Day }) {
  const day = dayInWords(on, today);
  return on < today ? <Flag colour="red">Overdue, was due {day}</Flag> : <>By {day}</>;
}

function WhereItSits({ reading, others, today }: Props) {
  const [now, before] = reading.ratings;
  const sentence =
    now === undefined
      ? 'Not rated yet'
      : `Now ${squareInWords(now)}${before ? `; before, ${squareInWords(before)}` : ''}`;
  return (
    <div class="c-rating__where">
      <RatingGrid id="where" title="Where this case sits" sentence={sentence} was={before} now={now} />
      <div>
        {now === undefined ? (
          <p>Not rated yet.</p>
        ) : (
          <>
            <p>
              <strong>Now</strong> {squareInWords(now)}
            </p>
            <p class="c-small">{ratedInWords(now, reading, today)}</p>
          </>
        )}
        {before && (
          <p class="c-small">
            Before: {squareInWords(before)}. {ratedInWords(before, reading, today)}
          </p>
        )}
        {now && <p class="c-small">{othersInWords(others)} in this square.</p>}
      </div>
    </div>
  );
}

function othersInWords(others: number): string {
  if (others === 0) return 'No other open child sits';
  return others === 1 ? '1 other open child sits' : `${others} other open children sit`;
}

const LONGEST_WHY = 240;

function ratedInWords({ ratedBy, ratedAt, why }: CaseRating, { staff }: CaseReading, today: Day): string {
  const by = staff.get(ratedBy) ?? 'a manager';
  const words = why.length > LONGEST_WHY ? `${why.slice(0, LONGEST_WHY)} …` : why;
  return `Rated by ${by}, ${dayInWords(dayOf(ratedAt), today)}, ${timeInWords(ratedAt)}: “${words}”`;
}
