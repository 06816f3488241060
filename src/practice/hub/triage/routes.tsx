import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { RATING_COLOURS } from '../../../profile/code-sets/rating-colours.ts';
import { alertBand } from '../alert/index.ts';
import { type Contact, contactOnRecord } from '../contact/index.ts';
import { judgeConcern, rateContact, releaseContact, takeContact } from './actions.ts';
import { ConcernPage, RatingPage, TakingRefusedPage } from './pages.tsx';
import { allowanceInWords, clockOf } from './rules.ts';
import { ratingsOf } from './store.ts';

/** Hangs taking, rating and judging a contact on their addresses. */
export function routes(web: Web): void {
  web.show('/contacts/:contactId/ratings/new', {
    permission: 'contact: rate',
    find: contactOnRecord,
    page: (contact, context) => ratingPage(contact, context, NOTHING_TYPED),
  });
  web.submit('/contacts/:contactId/ratings', rateContact, {
    find: contactOnRecord,
    done: (_, contact) => `/contacts/${contact.id}`,
    refused: (contact, refusal, context) => ratingPage(contact, context, refusal),
  });
  for (const [path, act] of [
    ['taking', takeContact],
    ['taking/release', releaseContact],
  ] as const) {
    web.submit(`/contacts/:contactId/${path}`, act, {
      find: contactOnRecord,
      done: ({ from }, contact) => (from === 'board' ? '/hub' : `/contacts/${contact.id}`),
      refused: (contact, { problems }) => takingRefused(contact, problems),
    });
  }
  web.show('/contacts/:contactId/concerns/new', {
    permission: 'contact: rate',
    find: contactOnRecord,
    page: (contact) => concernPage(contact, NOTHING_TYPED),
  });
  web.submit('/contacts/:contactId/concerns', judgeConcern, {
    find: contactOnRecord,
    done: (_, contact) => `/contacts/${contact.id}`,
    refused: (contact, refusal) => concernPage(contact, refusal),
  });
}

const NOTHING_TYPED: { values: RawAnswers; problems: readonly Problem[] } = { values: {}, problems: [] };

async function ratingPage(contact: Contact, context: Context, refusal: Refusal): Promise<Page> {
  const { profile, now } = context;
  const clocks = RATING_COLOURS.codes.map(({ code }) => ({
    code,
    clock: clockOf(profile, contact, { colour: code, decided: false }),
  }));
  return {
    title: 'How soon must this be decided?',
    place: 'hub',
    band: await alertBand(context),
    keys: RATING_KEYS,
    body: (
      <RatingPage
        contact={contact}
        {...refusal}
        ratings={await ratingsOf(context.db, contact.id)}
        hours={
          new Map(clocks.map(({ code, clock }) => [code, allowanceInWords(clock, now, profile.calendar)]))
        }
        standing={clocks[0]?.clock.standing ?? 'demonstration'}
        now={now}
        calendar={profile.calendar}
      />
    ),
  };
}

const RATING_KEYS = [
  { keys: ['1', '2', '3', '4'], words: 'red, amber, green, blue' },
  { keys: ['Ctrl ↵'], words: 'save' },
];

function takingRefused(contact: Contact, problems: readonly Problem[]): Page {
  return {
    title: 'Nothing was changed',
    place: 'hub',
    body: <TakingRefusedPage contact={contact} problems={problems} />,
  };
}

function concernPage(contact: Contact, refusal: Refusal): Page {
  return {
    title: 'Is this a safeguarding concern?',
    place: 'hub',
    body: <ConcernPage contact={contact} {...refusal} />,
  };
}
