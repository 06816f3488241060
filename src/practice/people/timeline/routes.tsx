import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { type Person, personOnRecord } from '../person/index.ts';
import { TimelinePage } from './pages.tsx';
import { askedIn } from './rules.ts';
import type { TimelineSource } from './source.ts';
import { entriesOf } from './store.ts';

/** Hangs the timeline of a person on its address, over the facts that each wing keeps. */
export function routes(web: Web, sources: readonly TimelineSource[]): void {
  web.show('/people/:personId/timeline', {
    permission: 'person: read',
    find: personOnRecord,
    page: (person, context) => timelinePage(person, context, sources),
  });
}

async function timelinePage(person: Person, context: Context, all: readonly TimelineSource[]): Promise<Page> {
  const asked = askedIn(context.query, context.today);
  const open = all.filter(({ permission }) => context.viewer.permissions.has(permission));
  const source = open.find(({ name }) => name === asked.source);
  const shown = await entriesOf(context, person.id, source === undefined ? open : [source], asked);
  return {
    title: `Timeline of ${person.name}`,
    place: 'children',
    body: (
      <TimelinePage
        person={person}
        sources={open}
        asked={{ ...asked, source: source?.name }}
        {...shown}
        context={context}
      />
    ),
    looked: {
      kind: 'person',
      id: person.id,
      persons: person.persons,
      fieldClasses: [...new Set(shown.entries.flatMap(({ fieldClass }) => fieldClass ?? []))],
    },
  };
}
