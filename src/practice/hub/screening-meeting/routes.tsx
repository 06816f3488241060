import { noSubject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { agencies } from '../../people/agency/index.ts';
import { alertBand } from '../alert/index.ts';
import { begin } from './actions.ts';
import { MeetingsPage } from './pages.tsx';
import { readyContacts, whoMaySit } from './reading.ts';
import { latestMeetings, runningMeeting } from './store.ts';

/** Hangs the list of meetings, and beginning one, on their address. */
export function routes(web: Web): void {
  const all = '/screening-meetings';
  web.show(all, {
    permission: 'screening meeting: read',
    find: noSubject,
    page: (_nothing, context) => meetings(context),
  });
  web.submit(all, begin, {
    find: noSubject,
    done: (id) => `${all}/${id}`,
    refused: (_nothing, refusal, context) => meetings(context, refusal),
  });
}

async function meetings(context: Context, refusal?: Refusal): Promise<Page> {
  const { db, viewer } = context;
  const ready = await readyContacts(context);
  const sitting = await whoMaySit(context);
  const there = (await agencies(db)).filter(({ endedOn }) => endedOn === undefined);
  return {
    title: 'Screening meeting',
    place: 'hub',
    band: await alertBand(context),
    keys: [{ keys: ['Ctrl ↵'], words: 'begin the meeting' }],
    looked: { kind: 'contact', persons: ready.flatMap((contact) => contact.persons) },
    body: (
      <MeetingsPage
        running={await runningMeeting(db)}
        held={(await latestMeetings(db)).filter(({ endedAt }) => endedAt !== undefined)}
        ready={ready}
        staff={sitting.map(({ id, name, title }) => ({ id, name, note: title }))}
        agencies={there.map(({ id, title }) => ({ id, name: title }))}
        mayHold={viewer.permissions.has('screening meeting: hold')}
        context={context}
        values={refusal?.values}
        problems={refusal?.problems ?? []}
      />
    ),
  };
}
