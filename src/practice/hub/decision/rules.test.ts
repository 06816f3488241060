import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { id } from '../../../language/id.ts';
import {
  awaitsAuthorisation,
  type Deciding,
  type Decision,
  decide,
  follows,
  mayAuthorise,
  mayWithdraw,
  whatWasSaid,
} from './rules.ts';

const of = (n: number) => id(`00000000-0000-4000-8000-00000000000${n}`);
const [OTTO, WREN, NELL, CLEO, POLICE] = [of(1), of(2), of(3), of(4), of(5)] as const;
const contact = {
  children: [
    {
      id: OTTO,
      position: 1,
      personId: of(6),
      placeWithheld: false,
      givenName: 'Otto',
      familyName: 'Sandpiper',
    },
    {
      id: WREN,
      position: 2,
      personId: undefined,
      placeWithheld: false,
      givenName: 'Wren',
      familyName: 'Sandpiper',
    },
  ],
};
const advice: Deciding = {
  levelOfNeed: 1,
  outcome: 'advice and information',
  reason: 'School and family sort this out together.',
  adviceGiven: 'Breakfast club.',
  discussionWantedToday: false,
};
const today = day('2026-11-20');
const choices = { today, agencies: new Set([POLICE]), worked: new Set([of(6)]) };
const nobody = new Set<typeof OTTO>();
const problems = (...rows: (Deciding & { child?: typeof OTTO })[]) => {
  const outcome = decide(rows, contact, nobody, choices);
  return outcome.ok ? [] : outcome.problems.map(({ field }) => field);
};

describe('Deciding', () => {
  it('covers every child that has no decision with one answer', () => {
    const outcome = decide([advice], contact, new Set([OTTO]), choices);
    expect(outcome.ok && outcome.value.map((one) => one.contactChildId)).toEqual([WREN]);
  });

  it('decides each child once', () => {
    expect(problems({ ...advice, child: OTTO }, { ...advice, child: OTTO })).toEqual(['']);
    expect(decide([{ ...advice, child: OTTO }], contact, new Set([OTTO]), choices).ok).toBe(false);
    expect(decide([advice], contact, new Set([OTTO, WREN]), choices).ok).toBe(false);
  });

  it('asks for what an outcome needs', () => {
    expect(problems({ ...advice, adviceGiven: undefined })).toEqual(['decisions.0.adviceGiven']);
    expect(problems({ ...advice, outcome: 'another agency' })).toEqual(['decisions.0.agencyId']);
    expect(problems({ ...advice, outcome: 'another agency', agencyId: POLICE })).toEqual([]);
    const offer = { ...advice, outcome: 'early help offered', child: OTTO } as const;
    expect(problems(offer)).toEqual(['decisions.0.earlyHelpReply']);
    expect(problems({ ...offer, earlyHelpReply: 'declined' })).toEqual(['decisions.0.declinedReason']);
    expect(problems({ ...offer, earlyHelpReply: 'declined', declinedReason: 'not the right time' })).toEqual(
      [],
    );
  });

  it('keeps nothing in silence that belongs to another outcome', () => {
    expect(problems({ ...advice, earlyHelpReply: 'accepted' })).toEqual(['decisions.0.earlyHelpReply']);
    expect(problems({ ...advice, agencyId: POLICE })).toEqual(['decisions.0.agencyId']);
    expect(problems({ ...advice, discussionWantedToday: true })).toEqual([
      'decisions.0.discussionWantedToday',
    ]);
  });

  it('opens something only for a child who is identified', () => {
    const referral = { ...advice, outcome: 'referral to social care' } as const;
    expect(problems({ ...referral, child: OTTO })).toEqual([]);
    expect(problems({ ...referral, child: WREN })).toEqual(['decisions.0.outcome']);
    expect(problems(referral)).toEqual(['decisions.0.outcome']);
  });

  it('passes a child on only to somebody who works with them', () => {
    const passed = { ...advice, outcome: 'already open' } as const;
    expect(problems({ ...passed, child: OTTO })).toEqual([]);
    expect(problems({ ...passed, child: WREN })).toEqual(['decisions.0.outcome']);
    const alone = decide([{ ...passed, child: OTTO }], contact, nobody, { ...choices, worked: nobody });
    expect(!alone.ok && alone.problems[0]?.message).toContain('Nobody works with Otto Sandpiper');
  });

  it('asks for a second signature where the profile says so', () => {
    expect(follows('referral to social care')).toEqual({
      opens: 'referral',
      authorised: true,
      passes: false,
    });
    expect(follows('advice and information')).toEqual({ opens: 'nothing', authorised: false, passes: false });
  });
});

const signed: Decision = {
  ...advice,
  id: of(7),
  contactId: of(8),
  contactChildId: OTTO,
  agencyTitle: undefined,
  signedBy: NELL,
  signedAt: new Date('2026-11-20T10:00:00Z'),
  signedOn: today,
  authorisationAsked: true,
  authorisedBy: undefined,
  authorisedAt: undefined,
  screeningMeetingId: undefined,
};

describe('A second signature', () => {
  it('is never that of whoever signed', () => {
    expect(mayAuthorise(signed, NELL).ok).toBe(false);
    expect(mayAuthorise(signed, CLEO).ok).toBe(true);
  });

  it('is given once, and only where it was asked', () => {
    expect(awaitsAuthorisation(signed)).toBe(true);
    expect(mayAuthorise({ ...signed, authorisedAt: signed.signedAt }, CLEO).ok).toBe(false);
    expect(mayAuthorise({ ...signed, authorisationAsked: false }, CLEO).ok).toBe(false);
  });
});

describe('Taking a decision back', () => {
  const nell = { staffId: NELL, decidesAsManager: false };
  const nothing = { isTold: false, answeredOn: undefined, isTakenUp: false };
  const may = (...args: Parameters<typeof mayWithdraw>) => mayWithdraw(...args).ok;

  it('is for whoever signed, or a manager', () => {
    expect(may([signed], nell, nothing, today)).toBe(true);
    expect(may([signed], { staffId: CLEO, decidesAsManager: false }, nothing, today)).toBe(false);
    expect(may([signed], { staffId: CLEO, decidesAsManager: true }, nothing, today)).toBe(true);
    expect(may([], nell, nothing, today)).toBe(false);
  });

  it('ends when somebody has been told, or has taken up what was opened', () => {
    expect(may([signed], nell, { ...nothing, isTold: true }, today)).toBe(false);
    expect(may([signed], nell, { ...nothing, isTakenUp: true }, today)).toBe(false);
  });

  it('ends with the day on which nobody was to be told', () => {
    expect(may([signed], nell, { ...nothing, answeredOn: today }, today)).toBe(true);
    expect(may([signed], nell, { ...nothing, answeredOn: day('2026-11-19') }, today)).toBe(false);
  });
});

it('What was said goes along word for word, under plain headings', () => {
  const said = {
    words: 'She is tired.',
    childWords: 'I do the tea.',
    goingWell: undefined,
    tried: undefined,
    helpWanted: 'A rest.',
  };
  expect(whatWasSaid(said)).toBe(
    'She is tired.\n\nIn the child’s words:\nI do the tea.\n\nWhat help is wanted:\nA rest.',
  );
});
