import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PublicReader } from '../../../test/support/public-form.ts';
import { openWorld, type World } from '../../../test/support/world.ts';

const WORDS = 'A avó adoeceu.\r\n\r\n  O João <não> dorme & "chora" – desde terça-feira. 👧';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A mother in Portuguese, as far as the last page. */
async function motherAtTheEnd(): Promise<PublicReader> {
  const mother = await PublicReader.at(world, '/pt/ask-for-help');
  await mother.press('on', { danger: 'no' });
  await mother.press('on', { happening: WORDS });
  await mother.press('on', {
    'children.0.givenName': 'João',
    'children.0.familyName': 'Farol',
    'children.0.age': '4 anos',
  });
  await mother.press('on', { address: 'Rua da Praia 3', school: '' });
  await mother.press('on', { goingWell: 'A creche gosta dele.' });
  await mother.press('skip', { helpWanted: '' });
  await mother.press('on', { name: 'Rosa Farol', relation: 'mãe' });
  await mother.press('on', { telephone: '07700 900123', email: '', language: 'pt' });
  await mother.press('on', { safeWays: ['telephone', 'text message'], safeTimes: 'de manhã' });
  await mother.press('on', { notToSay: 'Não dizer quem liga.' });
  return mother.press('on', { permission: 'ask first', permissionWords: '' });
}

const contactUnder = async (reference: string) => {
  const [row] = await world.rows(
    `select c.*, r.kind, r.name, r.telephone, r.relation_to_child, r.language, r.safe_ways, r.not_to_say, c.provenance
     from contact c join contact_referrer r on r.contact_id = c.id where c.reference = $1`,
    [reference],
  );
  return row;
};

const referenceIn = (page: string) => /C-\d\d-\d{4}/.exec(page)?.[0] ?? '';

const linkIn = (page: string) => /href="(\/pt\/follow\/[^"]+)"/.exec(page)?.[1] ?? '';

describe('Asking for help in Portuguese', () => {
  it('asks one question after another, and keeps every word as it was written', async () => {
    const mother = await motherAtTheEnd();
    expect(mother.heading).toBe('Leia mais uma vez antes de enviar');
    expect(mother.answer.body).toContain('Rua da Praia 3');
    await mother.press('send');
    expect(mother.heading).toBe('Recebemos.');
    const contact = await contactUnder(referenceIn(mother.answer.body));
    expect(contact).toMatchObject({
      words: WORDS.replaceAll('\r\n', '\n'),
      words_language: 'pt',
      channel: 'public form',
      source: '1A',
      about: 'help',
      immediate_danger: false,
      permission: 'sought',
      kind: 'family',
      name: 'Rosa Farol',
      relation_to_child: 'mãe',
      telephone: '07700 900123',
      language: 'pt',
      safe_ways: ['telephone', 'text message'],
      not_to_say: 'Não dizer quem liga.',
      provenance: 'family',
    });
    const [child] = await world.rows(
      'select * from contact_child c join contact_child_place using (id) where c.contact_id = $1',
      [contact?.['id']],
    );
    expect(child).toMatchObject({
      given_name: 'João',
      family_name: 'Farol',
      age_said: '4 anos',
      address: 'Rua da Praia 3',
    });
  });

  it('shows the private link to whoever sent it, and how far things are behind it', async () => {
    const mother = await (await motherAtTheEnd()).press('send');
    const link = linkIn(mother.answer.body);
    const follow = await world.anyone.get(link);
    expect(follow.statusCode).toBe(200);
    expect(follow.body).toContain('Recebido');
    expect(follow.body).not.toContain('Farol');
    const altered = await world.anyone.get(`${link.slice(0, -2)}__`);
    expect(altered.statusCode).toBe(404);
  });

  it('forgets the draft once it was sent', async () => {
    const mother = await motherAtTheEnd();
    const drafts = () => world.rows<{ n: string }>('select count(*) n from draft');
    const before = Number((await drafts())[0]?.n);
    await mother.press('send');
    expect(Number((await drafts())[0]?.n)).toBe(before - 1);
  });
});

describe('Sending', () => {
  it('twenty times at once makes one contact, and tells everybody the same reference', async () => {
    const mother = await motherAtTheEnd();
    const { action, hidden } = mother.form;
    const count = async () => Number((await world.rows('select count(*) n from contact'))[0]?.['n']);
    const before = await count();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => world.anyone.post(action, { ...hidden, go: 'send' })),
    );
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => referenceIn(body))).size).toBe(1);
    expect(referenceIn(answers[0]?.body ?? '')).not.toBe('');
    expect(new Set(answers.map(({ body }) => linkIn(body))).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it('again with other answers changes nothing, and offers to send them as something new', async () => {
    const mother = await motherAtTheEnd();
    const { action, hidden } = mother.form;
    const first = await world.anyone.post(action, { ...hidden, go: 'send' });
    const reference = referenceIn(first.body);
    await mother.press('send', { happening: 'Something else entirely.' });
    expect(mother.answer.statusCode).toBe(409);
    expect(mother.heading).toBe('Isto já foi enviado, com outras respostas');
    expect((await contactUnder(reference))?.['words']).toBe(WORDS.replaceAll('\r\n', '\n'));
    await mother.press('show');
    expect(mother.heading).toBe('Leia mais uma vez antes de enviar');
    await mother.press('send');
    const second = referenceIn(mother.answer.body);
    expect(second).not.toBe(reference);
    expect((await contactUnder(second))?.['words']).toBe('Something else entirely.');
  });

  it('refuses what holds nothing to act on', async () => {
    const reader = await PublicReader.at(world, '/worried-about-a-child');
    await reader.press('change:check', { danger: 'no' });
    await reader.press('send');
    expect(reader.answer.statusCode).toBe(422);
    expect(reader.answer.body).toContain('There is nothing to send yet');
  });
});

describe('Being worried about a child', () => {
  it('may stay without a name, and is then not asked how to be reached', async () => {
    const neighbour = await PublicReader.at(world, '/worried-about-a-child');
    await neighbour.press('on', { danger: 'not sure' });
    expect(neighbour.heading).toBe('Please call now');
    await neighbour.press('on');
    await neighbour.press('on', { happening: 'I hear crying every night.' });
    await neighbour.press('skip');
    await neighbour.press('skip');
    await neighbour.press('skip');
    await neighbour.press('skip');
    await neighbour.press('on', { tie: 'not said', name: '' });
    await neighbour.press('on', { telephone: '', email: '', language: 'en' });
    expect(neighbour.heading).toBe('What does the family know?');
    await neighbour.press('on', { familyKnows: 'no', mayBeNamed: 'no' });
    await neighbour.press('send');
    expect(await contactUnder(referenceIn(neighbour.answer.body))).toMatchObject({
      source: '9',
      kind: 'anonymous',
      name: null,
      about: 'safeguarding concern',
      immediate_danger: null,
      family_knows: false,
      provenance: 'referrer',
    });
  });

  it('in danger now reaches somebody on duty in the same moment', async () => {
    const reader = await PublicReader.at(world, '/young-person');
    await reader.press('on', { danger: 'yes' });
    await reader.press('on');
    await reader.press('on', { happening: 'He is at the door.' });
    await reader.press('change:check');
    await reader.press('send');
    expect(reader.answer.body).toContain('Somebody on duty has been told');
    const contact = await contactUnder(referenceIn(reader.answer.body));
    expect(contact).toMatchObject({
      source: '1C',
      kind: 'child',
      provenance: 'child',
      about: 'safeguarding concern',
    });
    const alerts = await world.rows('select cause from contact_alert where contact_id = $1', [
      contact?.['id'],
    ]);
    expect(alerts).toEqual([{ cause: 'immediate danger' }]);
  });

  it('asks again where somebody wants no contact and names a way to be contacted', async () => {
    const reader = await PublicReader.at(world, '/worried-about-a-child');
    await reader.press('change:reach');
    await reader.press('show', { telephone: '07700 900123' });
    await reader.press('change:safe');
    await reader.press('on', { safeWays: ['telephone', 'not at all'] });
    expect(reader.answer.statusCode).toBe(422);
    expect(reader.answer.body).toContain('Do not contact me” alone');
  });

  it('asks again in the reader’s language where a question was passed over without saying so', async () => {
    const reader = await PublicReader.at(world, '/pt/worried-about-a-child');
    await reader.press('on', {});
    expect(reader.answer.statusCode).toBe(422);
    expect(reader.answer.body).toContain('Escolha se alguém está em perigo neste momento');
    await reader.press('skip', {});
    expect(reader.heading).toBe('O que o preocupa?');
  });
});
