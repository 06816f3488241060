import type { Context, Page } from '../../../platform/web/context.ts';
import { draftAt, draftOf } from '../../../platform/web/drafts.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { dayOfLife, personBriefs } from '../../people/person/index.ts';
import type { Typed } from '../../people/person-facts/index.ts';
import { type ThinkingTime, thinkingTimeOnRecord } from '../complex-case/index.ts';
import { childNamed } from '../written-together/index.ts';
import { sayHeld } from './actions.ts';
import { ThinkingPage } from './pages.tsx';

/** Hangs what came of a thinking time on its address. */
export function routes(web: Web): void {
  web.show('/thinking-times/:thinkingTimeId', {
    permission: sayHeld.permission,
    find: thinkingTimeOnRecord,
    page: (time, context) => thinking(time, context),
  });
  web.submit('/thinking-times/:thinkingTimeId/ending', sayHeld, {
    find: thinkingTimeOnRecord,
    done: (_done, { caseId }) => `/complex-cases/${caseId}`,
    refused: (time, refusal, context) => thinking(time, context, refusal),
  });
}

async function thinking(time: ThinkingTime, context: Context, typed?: Typed): Promise<Page> {
  const { db } = context;
  const personId = time.persons[0] ?? time.id;
  const [briefs, draft] = await Promise.all([
    personBriefs(db, [personId]),
    draftOf(context, sayHeld.name, time.id),
  ]);
  return {
    title: 'Thinking time',
    place: 'children',
    body: (
      <ThinkingPage
        child={childNamed(briefs, personId)}
        caseId={time.caseId}
        timeId={time.id}
        booked={`Booked for ${dayOfLife(time.bookedOn)}, ${time.bookedMinutes} minutes`}
        draft={draftAt(sayHeld.name, time.id, draft)}
        {...(typed ?? { values: draft?.answers ?? {}, problems: [] })}
      />
    ),
  };
}
