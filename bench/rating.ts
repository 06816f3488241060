import type { Installation } from '../test/prove/program.ts';
import { asked, middle, sendForm, signedIn } from './visiting.ts';

const MANAGERS = 5;
/** So long do the five rate at most. */
const LONGEST = 30_000;

type Timed = ReturnType<typeof middle>;

/** The board of an exercise while five managers rate, and a rating from sending to the next case. Every open case of the island is in it. */
export async function benchRating(
  house: Installation,
): Promise<{ readonly cases: number; readonly board: Timed; readonly rating: Timed }> {
  const { heads, managers } = await whoRates(house);
  const head = await signedIn(house, heads[0] ?? '');
  const cookies = await Promise.all(
    Array.from({ length: MANAGERS }, (_, at) => signedIn(house, managers[at % managers.length] ?? '')),
  );
  // Where the island is measured again, the exercise of the last time is over first.
  const { id: before } = await exerciseOf(house);
  if (before !== '')
    await sendForm(house, head, `/rating-exercises/${before}`, `/rating-exercises/${before}/closing`, {
      note: 'Another one begins.',
    });
  await sendForm(house, head, '/rating-exercises', '/rating-exercises', { title: 'Every open case' });
  const exercise = await exerciseOf(house);
  const at = `/rating-exercises/${exercise.id}`;
  const takesPart = managers.map((_, place) => [`managers.${place}.takesPart`, 'yes'] as const);
  const dealt = { way: 'evenly', which: 'not dealt', ...Object.fromEntries(takesPart) };
  await sendForm(house, head, `${at}/dealing/new`, `${at}/dealing`, dealt);
  const [boards, ratings]: [number[], number[]] = [[], []];
  const until = performance.now() + LONGEST;
  await Promise.all(cookies.map((cookie) => rateUntil(house, cookie, at, until, { boards, ratings })));
  if (ratings.length === 0) throw new Error('nobody rated a case');
  return { cases: exercise.cases, board: middle(boards), rating: middle(ratings) };
}

async function rateUntil(
  house: Installation,
  cookie: string,
  at: string,
  until: number,
  { boards, ratings }: { readonly boards: number[]; readonly ratings: number[] },
): Promise<void> {
  while (performance.now() < until) {
    const began = performance.now();
    const page = await (await fetch(`${house.address}${at}`, { headers: { cookie } })).text();
    boards.push(performance.now() - began);
    const next = /href="(\/rating-cases\/[0-9a-f-]+)"[^>]*data-key="n"/.exec(page)?.[1];
    if (next === undefined) return;
    const words = { harm: 'amber', breakdown: 'green', why: 'As before.', toDo: 'The worker rings.' };
    const sent = await sendForm(house, cookie, next, `${next}/ratings`, words);
    if (sent?.status === 303) ratings.push(sent.took);
    // The two managers of one account may meet at a case: the second is told so.
    else if (sent?.status !== 422) throw new Error(`a rating was answered ${sent?.status}`);
  }
}

function whoRates(house: Installation) {
  return asked(house, async (client) => {
    await client.query('set search_path = demonstration, extensions');
    const { rows } = await client.query(
      `select distinct h.staff_id as id, p.role from post p join post_holding h on h.post_id = p.id and h.until_on is null
       where role in ('team manager', 'head of service')`,
    );
    const heads = rows.filter(({ role }) => role === 'head of service').map(({ id }) => String(id));
    return { heads, managers: rows.map(({ id }) => String(id)) };
  });
}

function exerciseOf(house: Installation) {
  return asked(house, async (client) => {
    await client.query('set search_path = demonstration, extensions');
    const { rows } = await client.query(
      'select e.id, count(*) as cases from rating_exercise e join rating_case c on c.exercise_id = e.id where closed_at is null group by e.id',
    );
    return { id: String(rows[0]?.id ?? ''), cases: Number(rows[0]?.cases ?? 0) };
  });
}
