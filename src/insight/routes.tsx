import { type Loader, noSubject, type Subject } from '../platform/action.ts';
import type { Context, FileToTake, Page } from '../platform/web/context.ts';
import type { Web } from '../platform/web/web.tsx';
import { FIGURES_TITLE } from './asking.tsx';
import { inReadingOrder, seenBehind, withNames } from './behind.ts';
import { type Counted, countedFor } from './counted.ts';
import { LinesPage } from './lines-page.tsx';
import { ListPage } from './list-page.tsx';
import type { Measure } from './measure.ts';
import { MeasurePage } from './measure-page.tsx';
import { MEASURES, measureNamed } from './measures/measures.ts';
import type { Month } from './month.ts';
import { notYetCountedPage } from './not-yet-counted.tsx';
import { type Asked, asOfDay, linesBehind, monthAsked, standardOf } from './reckoning.ts';
import { linesCsv, seriesCsv } from './table.ts';

const CSV = 'text/csv; charset=utf-8';
const LINES_A_PAGE = 200;

/** A measure that somebody asked for by its id. It is about nobody, so the audit names no person. */
type OneMeasure = Subject & { readonly measure: Measure };

const measureOfAddress: Loader<OneMeasure> = {
  kind: 'measure',
  load: async (context, params) => {
    const measure = measureNamed(params['measureId']);
    const nobody = await noSubject.load(context, params);
    return measure && nobody && { ...nobody, measure };
  },
};

/** Hangs the figures on their addresses. */
export function routes(web: Web): void {
  const find = measureOfAddress;
  web.show('/measures', {
    permission: 'measure: read',
    find: noSubject,
    page: (_nobody, context) => list(context),
  });
  web.show('/measures/:measureId', { permission: 'measure: read', find, page: one });
  web.file('/measures/:measureId/csv', { permission: 'measure: export', find, file: seriesFile });
  // Many names at once: whoever left a page open is not whoever sits there now.
  const behind = { permission: 'measure: see the children behind', proof: 'proved again', find } as const;
  web.show('/measures/:measureId/lines', { ...behind, page: lines });
  web.file('/measures/:measureId/lines/csv', { ...behind, file: linesFile });
}

async function list(context: Context): Promise<Page> {
  const month = monthIn(context, MEASURES[0]);
  const title = FIGURES_TITLE;
  const all: Counted[] = [];
  for (const measure of MEASURES) {
    const counted = await countedFor(context, measure, month);
    if ('when' in counted) return notYetCountedPage(counted, { title, to: '/measures', month, context });
    all.push(counted);
  }
  return {
    title,
    place: 'insight',
    looked: { kind: 'measure', persons: [] },
    body: (
      <ListPage
        all={all.map(({ reckoned }) => reckoned)}
        countedAt={all[0]?.countedAt}
        month={month}
        context={context}
      />
    ),
  };
}

async function one({ measure }: OneMeasure, context: Context): Promise<Page> {
  const month = monthIn(context, measure);
  const counted = await countedFor(context, measure, month);
  const to = `/measures/${measure.id}`;
  if ('when' in counted) return notYetCountedPage(counted, { title: measure.title, to, month, context });
  const { reckoned, countedAt } = counted;
  const standard = await standardOf(context.db, measure, month);
  return {
    title: measure.title,
    place: 'insight',
    looked: { kind: `measure ${measure.id}`, persons: [] },
    body: (
      <MeasurePage
        reckoned={reckoned}
        countedAt={countedAt}
        standard={standard}
        month={month}
        context={context}
      />
    ),
  };
}

async function lines({ measure }: OneMeasure, context: Context): Promise<Page> {
  const month = monthIn(context, measure);
  const { seen, all } = await seenOf(measure, month, context);
  const pages = Math.max(1, Math.ceil(seen.length / LINES_A_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(context.query['page'])) || 1));
  const shown = await withNames(context.db, seen.slice((page - 1) * LINES_A_PAGE, page * LINES_A_PAGE));
  return {
    title: `${measure.title}, the ${measure.listed.nouns} behind it`,
    place: 'insight',
    looked: { kind: `measure ${measure.id}`, persons: personsOf(shown) },
    body: (
      <LinesPage
        measure={measure}
        month={month}
        context={context}
        shown={{ lines: shown, page, pages, all, hidden: all - seen.length }}
      />
    ),
  };
}

async function seriesFile({ measure }: OneMeasure, context: Context): Promise<FileToTake> {
  const month = monthIn(context, measure);
  const counted = await countedFor(context, measure, month);
  return {
    name: `${measure.id}-${month}.csv`,
    type: CSV,
    text: 'when' in counted ? 'not yet counted\r\n' : seriesCsv(counted.reckoned.series),
    looked: { kind: `measure ${measure.id}`, persons: [] },
  };
}

async function linesFile({ measure }: OneMeasure, context: Context): Promise<FileToTake> {
  const month = monthIn(context, measure);
  const { seen } = await seenOf(measure, month, context);
  return {
    name: `${measure.id}-${month}-lines.csv`,
    type: CSV,
    text: linesCsv(
      seen.map(({ line }) => line),
      measure.kind,
    ),
    looked: { kind: `measure ${measure.id}`, persons: personsOf(seen) },
  };
}

async function seenOf(measure: Measure, month: Month, context: Context) {
  const behind = await linesBehind(askedIn(context), measure, month);
  const seen = await seenBehind(context, measure.listed.kind, behind);
  return { seen: inReadingOrder(seen), all: behind.length };
}

function personsOf(seen: readonly { personId: Subject['id'] | undefined }[]) {
  return [...new Set(seen.flatMap(({ personId }) => personId ?? []))];
}

function askedIn({ db, now, knownAt, profile }: Context): Asked {
  const { zone } = profile.calendar;
  return { db, asOf: asOfDay(now, knownAt, zone), zone };
}

function monthIn(context: Context, measure: Measure | undefined): Month {
  const { asOf } = askedIn(context);
  return monthAsked(context.query['month'], asOf, measure?.since ?? asOf);
}
