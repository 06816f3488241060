import { csvOf } from '../../../platform/csv.ts';
import type { Context, FileToTake, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { timescaleOn } from '../../../profile/timescales.ts';
import { personBriefs } from '../../people/person/index.ts';
import { type Exercise, exerciseOnRecord, progressOf, totalOf } from '../rating-exercise/index.ts';
import { ComparisonPage } from './pages.tsx';
import { directionOf, FOLLOWED, followedBy } from './rules.ts';
import { compared } from './store.ts';

const HEADER = [
  'child',
  'which way',
  'harm before',
  'breakdown before',
  'harm',
  'breakdown',
  'why',
  'rated on',
  'time is over',
];

/** Hangs the comparison of an exercise, and its file, on their addresses. */
export function routes(web: Web): void {
  const at = '/rating-exercises/:exerciseId/comparison';
  web.show(at, { permission: 'rating exercise: read', find: exerciseOnRecord, page: comparison });
  web.file(`${at}/csv`, { permission: 'rating exercise: read', find: exerciseOnRecord, file: linesFile });
}

/** Within how many days after a rating something counts as following it, by the clock in force today. */
function timeOf({ profile, today }: Context) {
  const edition = timescaleOn(profile.timescales, 'what followed a rating', today);
  return { edition, withinDays: edition?.within?.amount ?? 0 };
}

async function comparison(exercise: Exercise, context: Context): Promise<Page> {
  const { db, today } = context;
  const [{ cases, previous, seen }, progress] = await Promise.all([
    compared(exercise, context),
    progressOf(db, exercise.id),
  ]);
  const persons = cases.map(({ personId }) => personId);
  const { cases: frozen } = totalOf(progress);
  return {
    title: `Who moved: ${exercise.title}`,
    place: 'my work',
    looked: { kind: 'rating exercise', id: exercise.id, persons },
    body: (
      <ComparisonPage
        exercise={exercise}
        previous={previous}
        cases={cases}
        frozen={frozen}
        elsewhere={frozen - seen}
        children={await personBriefs(db, persons)}
        {...timeOf(context)}
        today={today}
        known={context.knownAt ?? context.now}
        zone={context.profile.calendar.zone}
      />
    ),
  };
}

async function linesFile(exercise: Exercise, context: Context): Promise<FileToTake> {
  const { cases } = await compared(exercise, context);
  const persons = cases.map(({ personId }) => personId);
  const children = await personBriefs(context.db, persons);
  const { withinDays } = timeOf(context);
  const rows = cases.map((one) => {
    const followed = followedBy(one, withinDays, context.today);
    return [
      children.get(one.personId)?.number ?? '',
      directionOf(one),
      one.before?.harm ?? null,
      one.before?.breakdown ?? null,
      one.now.harm,
      one.now.breakdown,
      one.now.why,
      one.now.ratedOn,
      followed.isWhole,
      ...FOLLOWED.map(({ code }) => followed[code]),
    ];
  });
  return {
    name: `rating-exercise-${context.today}.csv`,
    type: 'text/csv; charset=utf-8',
    text: csvOf([...HEADER, ...FOLLOWED.map(({ label }) => label.toLowerCase())], rows),
    looked: { kind: 'rating exercise', id: exercise.id, persons },
  };
}
