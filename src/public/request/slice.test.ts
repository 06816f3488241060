import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { referenceOfThisYear } from '../../../test/support/from-now.ts';
import { hiddenIn, keyIn } from '../../../test/support/public-page.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { id } from '../../language/id.ts';

const ADDRESS = '/requests/new';
type Typed = Readonly<Record<string, string | readonly string[]>>;

const YOU = {
  name: 'Ada Lugsail',
  role: 'Class teacher',
  profession: '2A',
  agency: 'Samphire School',
  email: 'ada@school.example',
};
const WHY = {
  happening: 'Saffron and her brothers come to school hungry.\nShe said: “There was nothing in.”',
  danger: 'no',
};
const PERMISSION = { permission: 'given', permissionOf: 'Mother, on Monday' };

describe('The request of a professional', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const begin = async (purpose = 'request') => {
    const key = keyIn((await world.anyone.get(ADDRESS)).body);
    await world.anyone.post(ADDRESS, { key, at: 'opening', go: `begin.${purpose}` });
    return key;
  };
  const answer = (key: string, at: string, go: string, answers: Typed = {}) =>
    world.anyone.post(ADDRESS, { key, at, go, ...answers });
  const lastPage = async (key: string) => (await answer(key, 'list', 'check')).body;
  const send = (page: string, more: Typed = {}) =>
    world.anyone.post(ADDRESS, { ...hiddenIn(page), go: 'send', ...more });
  const referenceIn = (page: string) => /class="c-reference">([^<]+)</.exec(page)?.[1];

  it('comes from a teacher for three siblings, in any order', async () => {
    const key = await begin();
    await answer(key, 'why', 'list', { ...WHY, tried: 'Breakfast club' });
    await answer(key, 'children.0', 'children.1', {
      'children.0.givenName': 'Saffron',
      'children.0.familyName': 'Barnacle',
      'children.0.bornOn': '3/4/2017',
      'children.0.school': 'Samphire School',
      'children.0.ethnicity': 'WOTH',
      'children.0.disabilities': ['LD', 'AUT'],
    });
    await answer(key, 'children.1', 'next', {
      'children.1.givenName': 'Otto',
      'children.1.familyName': 'Barnacle',
    });
    await answer(key, 'children.2', 'next', {
      'children.2.alsoKnownAs': 'Bee',
      'children.2.dueOn': '9 May 2027',
    });
    await answer(key, 'household.0', 'next', {
      'members.0.name': 'Rosa Barnacle',
      'members.0.relation': 'Mother',
      'members.0.parentalResponsibility': 'yes',
      'members.0.safeWays': ['telephone'],
      'members.0.riskToStaff': 'A large dog',
    });
    await answer(key, 'need', 'need', {
      'statements.0.ticked': 'health-2a',
      'statements.5.ticked': ['care-2a', 'care-3a'],
      level: '2',
    });
    await answer(key, 'permission', 'next', {
      ...PERMISSION,
      childView: 'Saffron wants her mum to get help.',
    });
    await answer(key, 'answer', 'next', { feedbackBy: '4 December 2026', safeWays: 'mail' });
    await answer(key, 'you', 'next', { ...YOU, consulted: 'yes', consultedWho: 'Head of year' });
    const sent = await send(await lastPage(key));
    const reference = referenceIn(sent.body);
    expect(reference).toMatch(referenceOfThisYear());
    const [contact] = await world.rows('select * from contact where reference = $1', [reference]);
    expect(contact).toMatchObject({
      channel: 'request form',
      source: '2A',
      about: 'help',
      words: WHY.happening,
      tried: 'Breakfast club',
      referrer_level: 2,
      statements: ['health-2a', 'care-2a', 'care-3a'],
      permission: 'given',
      permission_words: 'Asked: Mother, on Monday',
      provenance: 'referrer',
    });
    const children = await world.rows(
      'select given_name, family_name, also_known_as, born_on::text, due_on::text from contact_child where contact_id = $1 order by position',
      [contact?.['id']],
    );
    expect(children).toEqual([
      {
        given_name: 'Saffron',
        family_name: 'Barnacle',
        also_known_as: null,
        born_on: '2017-04-03',
        due_on: null,
      },
      { given_name: 'Otto', family_name: 'Barnacle', also_known_as: null, born_on: null, due_on: null },
      { given_name: null, family_name: null, also_known_as: 'Bee', born_on: null, due_on: '2027-05-09' },
    ]);
    const members = await world.rows(
      'select name, relation, safe_ways, risk_to_staff from contact_family_member where contact_id = $1',
      [contact?.['id']],
    );
    expect(members).toEqual([
      { name: 'Rosa Barnacle', relation: 'Mother', safe_ways: ['telephone'], risk_to_staff: 'A large dog' },
    ]);
    const said = await world.rows(
      'select about, words, field_class from contact_said where contact_id = $1 order by position',
      [contact?.['id']],
    );
    expect(said).toEqual([
      { about: 'Who you are', words: 'Yes', field_class: 'reporter' },
      { about: 'Who you are', words: 'Head of year', field_class: 'reporter' },
      { about: 'Child 1: Saffron Barnacle', words: 'Any other White background', field_class: null },
      { about: 'Child 1: Saffron Barnacle', words: 'Learning, Autism', field_class: null },
      { about: 'Permission', words: 'Saffron wants her mum to get help.', field_class: null },
      { about: 'How to answer you', words: 'Friday 4 December 2026', field_class: 'reporter' },
    ]);
  });

  it('asks for advice without naming a child, and sends nothing of the family', async () => {
    const key = await begin('request');
    await answer(key, 'children.0', 'list', { 'children.0.givenName': 'Saffron' });
    await answer(key, 'list', 'begin.advice');
    await answer(key, 'why', 'next', {
      happening: 'A parent says they cannot cope with the nights. What could we offer?',
    });
    await answer(key, 'you', 'next', { telephone: '01534 519000' });
    const page = await lastPage(key);
    expect(page).not.toContain('Saffron');
    const reference = referenceIn((await send(page)).body);
    const [contact] = await world.rows(
      'select id, about, permission, source from contact where reference = $1',
      [reference],
    );
    expect(contact).toMatchObject({ about: 'advice', permission: 'not asked', source: '10' });
    const children = await world.rows('select given_name from contact_child where contact_id = $1', [
      contact?.['id'],
    ]);
    expect(children).toEqual([{ given_name: null }]);
  });

  it('is a safeguarding concern, and reaches somebody on duty, where a child is in danger now', async () => {
    const key = await begin();
    await answer(key, 'why', 'next', { ...WHY, danger: 'yes' });
    await answer(key, 'you', 'next', YOU);
    const sent = await send(await lastPage(key));
    expect(sent.body).toContain('Somebody on duty has been told');
    const [contact] = await world.rows(
      'select about, permission, exists (select from contact_alert a where a.contact_id = contact.id) as alerted from contact where reference = $1',
      [referenceIn(sent.body)],
    );
    expect(contact).toEqual({ about: 'safeguarding concern', permission: 'not asked', alerted: true });
  });

  it('is not sent without what is happening, who tells us, and what the family said', async () => {
    const key = await begin();
    const page = await lastPage(key);
    for (const words of [
      'Say what is happening',
      'Give your name, or a telephone',
      'Select what the family said',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('value="send"');
    const refused = await send(page);
    expect(refused.statusCode).toBe(422);
    expect(referenceIn(refused.body)).toBeUndefined();
  });

  it('keeps a wrong answer, says which part to look at again, and shows it as it was typed', async () => {
    const key = await begin();
    const refused = await answer(key, 'you', 'next', { ...YOU, email: 'ada@' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Enter an email address');
    const list = await answer(key, 'you', 'list', { ...YOU, email: 'ada@' });
    expect(list.statusCode).toBe(200);
    expect(list.body).toContain('Look again');
    expect((await answer(key, 'list', 'you')).body).toContain('value="ada@"');
  });

  it('keeps what is typed while it is typed', async () => {
    const key = await begin();
    const kept = await world.anyone.post(`${ADDRESS}/kept`, {
      key,
      at: 'why',
      go: '',
      happening: 'She has been',
    });
    expect(kept.statusCode).toBe(200);
    expect((await answer(key, 'list', 'why')).body).toContain('She has been');
    expect((await answer(key, 'list', 'list')).body).toContain('Started');
  });

  it('loses neither of two parts that are sent at once', async () => {
    const key = await begin();
    await Promise.all([
      answer(key, 'why', 'list', WHY),
      answer(key, 'you', 'list', YOU),
      answer(key, 'permission', 'list', PERMISSION),
    ]);
    const page = await lastPage(key);
    for (const words of ['There was nothing in', 'Ada Lugsail', 'Mother, on Monday'])
      expect(page).toContain(words);
  });

  it('goes on where it was with the code, however it is typed', async () => {
    const key = await begin();
    const shown = (await answer(key, 'why', 'code', WHY)).body;
    const code = /class="c-code">([^<]+)</.exec(shown)?.[1] ?? '';
    const back = await world.anyone.post(ADDRESS, {
      code: ` ${code.toLowerCase().replaceAll(' ', '-')}`,
      go: 'resume',
    });
    expect(back.body).toContain('Your request for support');
    expect((await answer(keyIn(back.body), 'list', 'why')).body).toContain('come to school hungry');
  });

  it('shows nothing of it to another key, or to a code that is not known', async () => {
    const key = await begin();
    await answer(key, 'why', 'list', WHY);
    const other = await begin();
    expect((await answer(other, 'list', 'why')).body).not.toContain('hungry');
    expect(await lastPage(other)).not.toContain('hungry');
    const unknown = await world.anyone.post(ADDRESS, { code: '0123456789ABCDEFGHJKMNPQRS', go: 'resume' });
    expect(unknown.statusCode).toBe(422);
    expect(unknown.body).toContain('We do not know this code');
    const lost = await world.anyone.post(ADDRESS, { key: 'short', at: 'why', go: 'list' });
    expect(lost.body).toContain('We could not find what you began');
  });

  it('shows a worker who is signed in no more than what their own key opens', async () => {
    const key = await begin();
    await answer(key, 'why', 'list', WHY);
    const cleo = await world.as('cleo');
    expect((await cleo.get(ADDRESS)).body).not.toContain('hungry');
    const drafts = await world.within(({ db }) => db.selectFrom('draft').select('id').execute());
    expect(drafts).toEqual([]);
  });

  it('takes a child away and moves those after up', async () => {
    const key = await begin();
    for (const [row, name] of ['Saffron', 'Otto', 'Wren'].entries())
      await answer(key, `children.${row}`, 'next', { [`children.${row}.givenName`]: name });
    const people = (await answer(key, 'children', 'remove.children.0')).body;
    expect(people).not.toContain('Saffron');
    expect(people).toContain('Child 1: Otto');
    expect(people).toContain('Child 2: Wren');
    expect(people).not.toContain('Child 3');
  });

  it('begins a further child with what siblings share, and makes no child of that alone', async () => {
    const key = await begin();
    const first = {
      'children.0.givenName': 'Saffron',
      'children.0.familyName': 'Barnacle',
      'children.0.parish': 'st-helier',
    };
    const second = (await answer(key, 'children.0', 'children.1', first)).body;
    expect(second).toContain('name="children.1.familyName" autocomplete="off"');
    expect(second).toContain('value="Barnacle"');
    const copied = { 'children.1.familyName': 'Barnacle', 'children.1.parish': 'st-helier' };
    expect((await answer(key, 'children.1', 'next', copied)).body).not.toContain('Child 2');
  });

  it('points to a level by what is ticked, and keeps the level of whoever asks beside it', async () => {
    const key = await begin();
    const page = (await answer(key, 'need', 'need', { 'statements.0.ticked': 'health-3a', level: '2' })).body;
    expect(page).toContain('Points to level 3, Health or development');
    expect(page).toContain('What usually happens: An assessment with the family');
    expect(page).toMatch(/value="2" checked/);
  });

  it('V8.2.3: reads who told us only to those who may know them', async () => {
    const key = await begin();
    await answer(key, 'why', 'list', { ...WHY, injuries: 'A mark on the left arm' });
    await answer(key, 'you', 'list', { ...YOU, consultedWho: 'Head of year' });
    await answer(key, 'permission', 'list', PERMISSION);
    const reference = referenceIn((await send(await lastPage(key))).body);
    const [row] = await world.rows<{ id: string }>('select id from contact where reference = $1', [
      reference,
    ]);
    const read = (fieldClasses: readonly 'reporter'[]) =>
      world.house.database.transaction(
        { authority: 'island', now: new Date(), wide: true, fieldClasses },
        (db) =>
          db
            .selectFrom('contact_said')
            .select('words')
            .where('contact_id', '=', id(row?.id ?? ''))
            .orderBy('position')
            .execute(),
      );
    expect(await read(['reporter'])).toEqual([
      { words: 'Head of year' },
      { words: 'A mark on the left arm' },
    ]);
    expect(await read([])).toEqual([{ words: 'A mark on the left arm' }]);
  });
});
