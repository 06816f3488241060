import { dayOf } from '../../../language/day.ts';
import { noSubject } from '../../../platform/action.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { alertBand } from '../alert/index.ts';
import { clockOf } from '../triage/index.ts';
import { BOARD_KEYS, BoardPage } from './pages.tsx';
import type { Board } from './row.tsx';
import { filterIn } from './rules.ts';
import { boardRows, lately } from './store.ts';

/** Hangs the board on its address. */
export function routes(web: Web): void {
  web.show('/hub', { permission: 'board: read', find: noSubject, page: (_, context) => boardPage(context) });
}

const MONTHS_OF_A_YEAR = 12;

async function boardPage(context: Context): Promise<Page> {
  const { db, profile, viewer, by } = context;
  const window = profile.timescales['repeat contact'].at(-1)?.within;
  const months = window?.unit === 'months' ? window.amount : MONTHS_OF_A_YEAR;
  const [rows, band] = await Promise.all([boardRows(db, { months }), alertBand(context)]);
  // As known at an earlier instant the clocks stand where they stood then.
  const now = context.knownAt ?? context.now;
  const today = dayOf(now, profile.calendar.zone);
  const board: Board = {
    rows,
    clocks: new Map(rows.map((row) => [row.id, clockOf(profile, row, row)])),
    filter: filterIn(context.query),
    viewer: by,
    may: {
      take: viewer.permissions.has('contact: take'),
      rate: viewer.permissions.has('contact: rate'),
      ask: viewer.permissions.has('mash enquiry: open'),
      record: viewer.permissions.has('contact: record'),
      meet: viewer.permissions.has('screening meeting: hold'),
    },
    profile,
    now,
    today,
    lately: rows.length === 0 ? await lately(db, today) : undefined,
  };
  return {
    title: 'Contacts with no answer yet',
    place: 'hub',
    band,
    body: <BoardPage {...board} />,
    keys: BOARD_KEYS,
    looked: {
      kind: 'contact',
      persons: rows.flatMap((row) => row.persons),
      fieldClasses: viewer.fieldClasses.has('reporter') ? ['reporter'] : undefined,
    },
  };
}
