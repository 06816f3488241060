import type { Problem } from '../../../language/outcome.ts';
import { noSubject } from '../../../platform/action.ts';
import type { Context, Page } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { personBriefs } from '../../people/person/index.ts';
import { tellFamily } from './actions.ts';
import { ClosingLettersPage } from './pages.tsx';
import { closingLetterOnRecord, closingLettersToTell } from './store.ts';

/** Hangs whom of a family to tell on its address. */
export function routes(web: Web): void {
  web.show('/closing-letters', {
    permission: tellFamily.permission,
    find: noSubject,
    page: (_, context) => toTell(context, []),
  });
  web.submit('/closing-letters/:letterId/telling', tellFamily, {
    find: closingLetterOnRecord,
    done: () => '/closing-letters',
    refused: (_letter, { problems }, context) => toTell(context, problems),
  });
}

async function toTell(context: Context, problems: readonly Problem[]): Promise<Page> {
  const letters = await closingLettersToTell(context.db);
  const persons = [...new Set(letters.flatMap(({ personId, readerId }) => [personId, readerId ?? personId]))];
  return {
    title: 'Families to tell',
    place: 'my work',
    looked: { kind: 'closing letter', persons },
    body: (
      <ClosingLettersPage
        letters={letters}
        people={await personBriefs(context.db, persons)}
        problems={problems}
        today={context.today}
      />
    ),
  };
}
