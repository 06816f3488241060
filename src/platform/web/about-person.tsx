import { type Id, isId } from '../../language/id.ts';
import type { Loader, Subject } from '../action.ts';
import type { OneRecord } from '../database/one-record.ts';
import type { Context, Page } from './context.ts';
import type { House } from './house.ts';

type Asked<On extends Subject> = {
  readonly find: Loader<On>;
  /** The pattern of the address, `/people/:personId/visits`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly subject: On;
  readonly one: OneRecord | undefined;
};

/**
 * A page with what stands above every page about one person, both asked at once. No page does it by itself, so none forgets it: a page is
 * about one person when its address names one, or when its record is declared to be.
 */
export async function withAboutPerson<On extends Subject>(
  house: House,
  asked: Asked<On>,
  context: Context,
  page: Page | Promise<Page>,
): Promise<Page> {
  const personId = asked.one?.kept ?? personOf(asked);
  if (personId === undefined) return page;
  const [shown, about] = await Promise.all([
    page,
    house.aboutPerson({ personId, path: asked.path, others: asked.one?.others ?? [] }, context),
  ]);
  return {
    ...shown,
    band: (
      <>
        {about}
        {shown.band}
      </>
    ),
  };
}

function personOf<On extends Subject>({ find, path, params, subject }: Asked<On>): Id | undefined {
  const inAddress = /\/:personId(?:\/|$)/u.test(path) ? params['personId'] : undefined;
  if (inAddress !== undefined) return isId(inAddress) ? inAddress : undefined;
  return find.about === 'one person' ? subject.persons[0] : undefined;
}
