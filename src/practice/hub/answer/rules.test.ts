import { describe, expect, it } from 'vitest';
import { addressIn } from '../../../language/address.ts';
import { id } from '../../../language/id.ts';
import { TELEPHONES } from '../../../profile/telephones.ts';
import { safeWaysFor } from '../../people/reach/index.ts';
import { type DecidedChild, letterTo } from '../letter/rules.ts';
import { familyAsReaders, type Reader, referrerAsReader } from '../reader/rules.ts';
import { type Answer, answeredAt, mayAnswer, mayBeTold, namesReferrer } from './rules.ts';

const ID = id('00000000-0000-4000-8000-000000000001');
const MOTHER = id('00000000-0000-4000-8000-000000000002');
const decided: DecidedChild = {
  contactChildId: ID,
  isInForce: true,
  outcome: 'early help offered',
  agencyTitle: undefined,
  reason: 'Mum would like somebody at her side.',
};
const told: Answer = {
  id: ID,
  contactId: ID,
  audience: 'referrer',
  familyMemberId: undefined,
  childId: undefined,
  way: 'mail',
  language: 'en',
  words: 'Hello',
  whyNot: undefined,
  madeBy: ID,
  madeAt: new Date('2026-11-20T10:00:00Z'),
  toldAt: new Date('2026-11-20T10:00:10Z'),
};
const referrer = {
  kind: 'professional',
  name: 'Ada Lugsail',
  agencyNamed: 'Gull Rock School',
  email: 'ada.lugsail@gull-rock.example',
  telephone: '01632 960111',
} as const;
const mother = {
  id: MOTHER,
  name: 'Rosa Barnacle',
  relation: 'Mother',
  safeWays: ['telephone'],
  telephone: '01632 960222',
};
const contact = {
  reference: 'C-26-0001',
  toldAt: new Date('2026-11-18T10:00:00Z'),
  permission: 'given',
  referrer,
  children: [
    { id: ID, position: 1, personId: ID, placeWithheld: false, givenName: 'Saffron', familyName: 'Barnacle' },
  ],
  familyMembers: [mother],
} as const;
const place = { telephones: TELEPHONES, zone: 'Europe/Jersey', demonstration: true };
const reader = (key: string): Reader => {
  const all = [referrerAsReader(contact, false), ...familyAsReaders(contact, new Map())];
  const found = all.find((one) => one?.key === key);
  if (found === undefined) throw new Error(`no reader ${key}`);
  return found;
};

describe('A contact is answered', () => {
  it('when every child has a decision in force and whoever told us was told', () => {
    expect(answeredAt([decided], [told])).toEqual(told.toldAt);
  });

  it('not while a decision waits for a manager', () => {
    expect(answeredAt([decided, { ...decided, isInForce: false }], [told])).toBeUndefined();
  });

  it('not while the reply has not left', () => {
    expect(answeredAt([decided], [{ ...told, toldAt: undefined }])).toBeUndefined();
  });

  it('when a reason stands why they are not told', () => {
    expect(answeredAt([decided], [{ ...told, toldAt: undefined, whyNot: 'no name given' }])).toEqual(
      told.madeAt,
    );
  });

  it('not by telling the family alone', () => {
    expect(answeredAt([decided], [{ ...told, audience: 'family' }])).toBeUndefined();
  });
});

describe('The safe way', () => {
  it('is only what somebody said is safe and we have the means for', () => {
    expect(safeWaysFor({ safeWays: ['telephone', 'mail'], telephone: '01632 960222' }, false)).toEqual([
      'telephone',
    ]);
    expect(safeWaysFor({ safeWays: ['not at all', 'telephone'], telephone: '01632 960222' }, false)).toEqual(
      [],
    );
    expect(safeWaysFor({ safeWays: ['school'] }, false)).toEqual(['in person']);
  });

  it('is never a letter home where nobody was asked', () => {
    expect(safeWaysFor({ safeWays: [] }, false)).toEqual(['in person']);
    expect(safeWaysFor({ safeWays: [], email: referrer.email }, true)).toContain('letter');
  });

  it('is obeyed by an answer', () => {
    const answer = { reader: reader(MOTHER), words: 'Hello' };
    expect(mayAnswer({ ...answer, way: 'telephone' }, contact, [decided], []).ok).toBe(true);
    expect(mayAnswer({ ...answer, way: 'letter' }, contact, [decided], [])).toMatchObject({
      problems: [{ field: 'way' }],
    });
  });
});

describe('Answering', () => {
  const answer = { reader: reader('referrer'), way: 'mail', words: 'Hello' } as const;

  it('waits until every child has a decision', () => {
    expect(mayAnswer(answer, contact, [{ ...decided, isInForce: false }], []).ok).toBe(false);
  });

  it('is done once for each reader', () => {
    expect(mayAnswer(answer, contact, [decided], [told]).ok).toBe(false);
    expect(
      mayAnswer({ ...answer, reader: reader(MOTHER), way: 'telephone' }, contact, [decided], [told]).ok,
    ).toBe(true);
  });

  it('asks for a way or a reason, and never takes both', () => {
    const { way: _, ...without } = answer;
    expect(mayAnswer(without, contact, [decided], []).ok).toBe(false);
    expect(mayAnswer({ ...answer, whyNot: 'danger' }, contact, [decided], []).ok).toBe(false);
    expect(mayAnswer({ ...without, whyNot: 'danger' }, contact, [decided], []).ok).toBe(true);
    expect(mayAnswer({ ...without, whyNot: 'worker tells' }, contact, [decided], []).ok).toBe(false);
  });

  it('never shows the family who told us, by name, agency or number', () => {
    for (const words of ['Mrs Lugsail rang.', 'It came from Gull Rock School.', 'Ring 01632 960111.'])
      expect(namesReferrer(words, contact)).toBe(true);
    expect(namesReferrer('Rosa Barnacle asked us to help.', contact)).toBe(false);
    expect(
      namesReferrer('Mrs Lugsail rang.', { ...contact, referrer: { ...referrer, mayBeNamed: true } }),
    ).toBe(false);
    const naming = { reader: reader(MOTHER), way: 'telephone', words: 'Mrs Lugsail rang.' } as const;
    expect(mayAnswer(naming, contact, [decided], [])).toMatchObject({ problems: [{ field: 'words' }] });
  });

  it('holds no address, and says so of the words alone', () => {
    for (const [words, found] of [
      ['We visit you at 7, Samphire Steps.', '7, Samphire Steps'],
      ['They are at 14 Kelp Steps now', '14 Kelp Steps'],
      ['The code is JE2 4WA.', 'JE2 4WA'],
    ] as const)
      expect(addressIn(words)).toBe(found);
    for (const words of [
      'We visit you on 8 June at 10 am.',
      'At level 2 Early help comes first.',
      'Ring 01534 519000. We saw 2 children on 11 November 2026.',
      'Demos conselhos a 18 de novembro de 2026.',
    ])
      expect(addressIn(words)).toBeUndefined();
    const writing = { reader: reader('referrer'), way: 'mail', words: 'They are at 14 Kelp Steps' } as const;
    expect(mayAnswer(writing, contact, [decided], [])).toMatchObject({ problems: [{ field: 'words' }] });
  });

  it('is told by itself only by mail, and once', () => {
    expect(mayBeTold({ ...told, toldAt: undefined }).ok).toBe(false);
    expect(mayBeTold({ ...told, way: 'telephone', toldAt: undefined }).ok).toBe(true);
    expect(mayBeTold({ ...told, way: 'telephone' }).ok).toBe(false);
  });
});

describe('A letter', () => {
  const professional = { audience: 'referrer', voice: 'professional', language: 'en' } as const;

  it('tells a professional the outcome, and a neighbour that it was looked at', () => {
    expect(letterTo(professional, [decided], contact, place).words).toContain(
      'We offered the family early help.',
    );
    const neighbour = letterTo({ ...professional, voice: 'public' }, [decided], contact, place).words;
    expect(neighbour).toContain('We have looked at what you told us');
    expect(neighbour).not.toContain('early help');
  });

  it('tells a professional no more than that where the family refused', () => {
    expect(
      letterTo(professional, [decided], { ...contact, permission: 'refused' }, place).words,
    ).not.toContain('early help');
  });

  it('tells the family what was decided and why, and names nobody', () => {
    const { words } = letterTo(
      { audience: 'family', voice: 'family', language: 'en' },
      [decided],
      contact,
      place,
    );
    expect(words).toContain(decided.reason);
    for (const name of ['Saffron', 'Lugsail', 'Gull Rock']) expect(words).not.toContain(name);
  });

  it('is in Portuguese for who reads Portuguese, and says that it awaits a check', () => {
    const letter = letterTo({ ...professional, language: 'pt' }, [decided], contact, place);
    expect(letter).toMatchObject({ language: 'pt', isTheirs: true, awaitsCheck: true });
    expect(letter.words).toContain('Oferecemos à família apoio precoce.');
    expect(letter.words).toContain('18 de novembro de 2026');
  });

  it('leaves an English reason out of a Portuguese letter, and says so to the worker', () => {
    const family = { audience: 'family', voice: 'family', language: 'pt' } as const;
    const letter = letterTo(family, [decided], contact, place);
    expect(letter.words).not.toContain(decided.reason);
    expect(letter.leftOut).toEqual([decided.reason]);
  });

  it('is English in a live place until the translation is signed off, and where we have none', () => {
    const live = letterTo({ ...professional, language: 'pt' }, [decided], contact, {
      ...place,
      demonstration: false,
    });
    expect(live).toMatchObject({ language: 'en', isTheirs: false });
    expect(letterTo({ ...professional, language: 'pl' }, [decided], contact, place)).toMatchObject({
      language: 'en',
      isTheirs: false,
    });
  });
});
