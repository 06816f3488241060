import { dayInFull, timeInWords } from '../../../language/dates-in-words.ts';
import { dayOf } from '../../../language/day.ts';
import { isId } from '../../../language/id.ts';
import { noSubject } from '../../../platform/action.ts';
import { csvOf } from '../../../platform/csv.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import { pageAsked } from '../../../platform/html/paging.tsx';
import type { Context, FileToTake, Page, Refusal } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { staffNamed } from '../staff/index.ts';
import { askWhoLooked } from './actions.ts';
import { AskingPage, WhoLookedPage } from './pages.tsx';
import { type AskedLooks, actorInWords, groundInWords, type LookedAt, lookInWords } from './rules.ts';
import { lookersOf, looksOf, recordLookedAt } from './store.ts';

const PAGE = 50;
/** So many on one page for paper; a file holds all that are counted. */
const ON_PAPER = 1000;
const IN_A_FILE = 10_000;

/** Hangs who looked at a record, on screen, on paper and as a file, on its addresses. */
export function routes(web: Web): void {
  const { permission } = askWhoLooked;
  web.show('/people/:personId/looks', { permission, find: recordLookedAt, page: whoLooked });
  web.file('/people/:personId/looks/csv', { permission, find: recordLookedAt, file });
  web.show('/looks', { permission, find: noSubject, page: () => asking({ values: {}, problems: [] }) });
  web.submit('/looks', askWhoLooked, {
    find: noSubject,
    done: (personId) => `/people/${personId}/looks`,
    refused: (_, refusal) => asking(refusal),
  });
}

function asking(refusal: Refusal): Page {
  return { title: 'Who looked', place: 'my work', body: <AskingPage {...refusal} /> };
}

function askedOf({ query }: Context): AskedLooks {
  const staff = valueIn(query, 'staff');
  return {
    lists: valueIn(query, 'lists') === 'yes',
    staffId: staff !== undefined && isId(staff) ? staff : undefined,
    onOnePage: valueIn(query, 'paper') === 'yes',
  };
}

async function whoLooked(record: LookedAt, context: Context): Promise<Page> {
  const { db, query, viewer } = context;
  const asked = askedOf(context);
  const size = asked.onOnePage ? ON_PAPER : PAGE;
  const wanted = pageAsked(valueIn(query, 'page'), size, IN_A_FILE);
  const [first, lookers] = await Promise.all([
    looksOf(db, record.id, asked, wanted),
    lookersOf(db, record.id),
  ]);
  // Beyond the last page nothing says how many there are.
  const isBeyond = first.total === 0 && wanted.page > 1;
  const page = isBeyond ? 1 : wanted.page;
  const { looks, total } = isBeyond ? await looksOf(db, record.id, asked, { size, page }) : first;
  const names = await staffNamed(db, [...lookers.map(({ id }) => id), ...looks.map(({ actor }) => actor)]);
  return {
    title: `Who looked at ${record.name === undefined ? `record ${record.number}` : `the record of ${record.name}`}`,
    place: 'children',
    body: (
      <WhoLookedPage
        record={record}
        looks={looks}
        lookers={lookers}
        names={names}
        asked={asked}
        paged={{ size, page, total }}
        mayReview={viewer.permissions.has('look: review')}
      />
    ),
  };
}

async function file(record: LookedAt, context: Context): Promise<FileToTake> {
  const { looks } = await looksOf(context.db, record.id, askedOf(context), { size: IN_A_FILE, page: 1 });
  const names = await staffNamed(
    context.db,
    looks.map(({ actor }) => actor),
  );
  return {
    name: `who-looked-${record.number}.csv`,
    type: 'text/csv; charset=utf-8',
    text: csvOf(
      ['When', 'Who', 'What', 'Why they could'],
      looks.map((look) => [
        `${dayInFull(dayOf(look.at))}, ${timeInWords(look.at)}`,
        actorInWords(look, names),
        lookInWords(look),
        groundInWords(look.ground),
      ]),
    ),
  };
}
