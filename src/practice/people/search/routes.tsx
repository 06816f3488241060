import { counted } from '../../../language/dates-in-words.ts';
import type { Id } from '../../../language/id.ts';
import { noSubject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { PARISHES } from '../../../profile/code-sets/parishes.ts';
import { workersNamed } from '../allocation/index.ts';
import { addressOf, search, searchAsked } from '../kept-search/index.ts';
import { type Hit, readAsked, reasonsInWords } from '../likeness/index.ts';
import { openInWords, openPeriods, type PersonBrief, parishesOf, personBriefs } from '../person/index.ts';
import { type Line, SearchPage } from './pages.tsx';
import { find } from './store.ts';

const MOST_SHOWN = 20;
/** Hangs the search on the address of the find box. */
export function routes(web: Web): void {
  web.show('/people', {
    permission: 'person: search',
    find: noSubject,
    page: (_, context) => searchPage(context),
  });
  web.submit('/searches', search, {
    find: noSubject,
    done: addressOf,
    refused: (_, refusal, context) => searchPage(context, refusal),
  });
}

async function searchPage(context: Context, refusal?: Refusal): Promise<Page> {
  const typed = await searchAsked(context);
  const hits = typed === '' ? [] : await find(context.db, readAsked(typed, context.today), MOST_SHOWN + 1);
  const lines = await linesOf(context, hits.slice(0, MOST_SHOWN));
  return {
    found: typed,
    title: typed === '' ? 'Children and families' : `${counted(lines.length, 'person')} found`,
    place: 'children',
    keys: [
      { keys: ['/'], words: 'Find' },
      { keys: ['j', 'k'], words: 'Next and previous' },
    ],
    body: (
      <SearchPage
        typed={typed}
        problems={refusal?.problems ?? []}
        lines={lines}
        more={hits.length > MOST_SHOWN}
        today={context.today}
        mayRecord={context.viewer.permissions.has('contact: record')}
        mayReviewDuplicates={context.viewer.permissions.has('duplicate: review')}
        mayInEmergency={context.viewer.permissions.has('emergency access: use')}
      />
    ),
    looked: { kind: 'person', persons: lines.map(({ person }) => person.id) },
  };
}

/** Persons found by what was typed into one box, with the reason, for a page that lets somebody choose: at most ten. */
export async function searchPeople(
  { db, today }: Pick<Context, 'db' | 'today'>,
  typed: string,
): Promise<readonly { readonly person: PersonBrief; readonly why: string }[]> {
  const hits = await find(db, readAsked(typed, today), 10);
  const briefs = await personBriefs(
    db,
    hits.map(({ id }) => id),
  );
  return hits.flatMap(({ id, reasons }) => {
    const person = briefs.get(id);
    return person === undefined ? [] : { person, why: reasonsInWords(reasons) };
  });
}

/** What a list shows of these persons. Never an address, and no parish where the address is guarded. */
async function linesOf({ db }: Context, hits: readonly Hit[]): Promise<readonly Line[]> {
  const ids: readonly Id[] = hits.map(({ id }) => id);
  const [briefs, parishes, open, workers] = await Promise.all([
    personBriefs(db, ids),
    parishesOf(db, ids),
    openPeriods(db, ids),
    workersNamed(db, ids),
  ]);
  return hits.flatMap((hit) => {
    const person = briefs.get(hit.id);
    if (person === undefined) return [];
    const parish = parishes.get(hit.id);
    const [first] = open.get(hit.id) ?? [];
    return {
      person,
      score: hit.score,
      reasons: hit.reasons,
      parish: parish && labelOf(PARISHES, parish),
      open: first && openInWords(first.kind),
      worker: workers.get(hit.id),
    };
  });
}
