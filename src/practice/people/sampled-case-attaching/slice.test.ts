import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { upload } from '../../../../test/support/upload.ts';
import { openWorld, type Worker, type World } from '../../../../test/support/world.ts';
import type { Records } from '../../../../test/trust/records.ts';
import { documentIn, sampleFor } from '../../../../test/trust/sampled-records.ts';

const SAID = 'What I noticed when I read this case.';
const PDF = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\nNot a word of it is looked at.', 'latin1');
const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');
const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');

/** What is none of the kinds, by how it begins; each is called a PDF as well. */
const OTHERS: Readonly<Record<string, Buffer>> = {
  'a workbook': Buffer.from('504b0304140006000800000021', 'hex'),
  'a program': Buffer.from('7f454c4602010100', 'hex'),
  'a film': Buffer.from('0000001866747970', 'hex'),
  'half a PDF': Buffer.from('\u0000%PDF-1.7', 'latin1'),
  'text with a zero in it': Buffer.from('It was late.\u0000'),
  'text in UTF-16': Buffer.from('\ufeffIt was late.', 'utf16le'),
};

describe('A document that an adviser attaches to a sampled case', () => {
  let world: World;
  let ada: Worker;
  let hugo: Worker;
  beforeAll(async () => {
    world = await openWorld();
    [ada, hugo] = await Promise.all([world.as('ada'), world.as('hugo')]);
  });
  afterAll(() => world.close());

  const send = (records: Records, file: string | Buffer, called?: string, words = SAID, by = ada) =>
    upload(world, by, `/sampled-cases/${records['caseId']}/documents`, 'file', file, called, { words });
  const kept = (records: Records) =>
    world.rows<{ id: string; file_name: string; kind: string; bytes: Buffer; sha256: string }>(
      'select id, file_name, kind, bytes, sha256 from case_sample_document where case_sample_case_id = $1 order by number',
      [records['caseId']],
    );
  const take = (records: Records, id = '') => ada.get(`/sampled-cases/${records['caseId']}/documents/${id}`);

  it('is kept as it came, with what it is and its SHA-256, and is taken away as a file by the adviser and by whoever may open the case', async () => {
    const records = await sampleFor(world);
    expect((await send(records, PDF, 'scan.pdf')).statusCode).toBe(303);
    const [row] = await kept(records);
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    expect(row).toMatchObject({ file_name: 'scan.pdf', kind: 'pdf', sha256 });
    const managers = `/case-samples/${records['sampleId']}`;
    const pages = [await ada.get(`/sampled-cases/${records['caseId']}`), await hugo.get(managers)];
    for (const { body } of pages)
      for (const told of [SAID, 'scan.pdf', `PDF, ${PDF.length} bytes`, sha256, 'Not checked for viruses'])
        expect(body).toContain(told);
    for (const taken of [await take(records, row?.id), await hugo.get(`${managers}/documents/${row?.id}`)]) {
      expect(taken.rawPayload.equals(PDF)).toBe(true);
      expect(taken.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="scan.pdf"',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    }
    const looks = await world.rows(
      "select from audit where subject_kind = 'case sample document' and subject_id = $1 and $2 = any (persons)",
      [row?.id, records['personId']],
    );
    expect(looks).toHaveLength(2);
    expect((await hugo.get(`/people/${records['personId']}/looks`)).body).toContain('Ada Sextant');
  });

  it('is of the kind that its first bytes say, whatever it is called, and leads nowhere by its name', async () => {
    const records = await sampleFor(world);
    const sent = [
      [PNG, '../../etc/photo.html', 'photo.html', 'photo.html.png', 'image/png'],
      [JPEG, 'C:\\holiday\\IMG 1.JPEG', 'IMG 1.JPEG', 'IMG-1.JPEG', 'image/jpeg'],
      [Buffer.from('It was late.\r\nçé\n'), 'a\u202egpj.exe', 'agpj.exe', 'agpj.exe.txt', 'text/plain; charset=utf-8'],
      [Buffer.from('<script>alert(1)</script>'), 'page.html', 'page.html', 'page.html.txt', 'text/plain; charset=utf-8'],
      [PDF, '..', 'document', 'document.pdf', 'application/pdf'],
    ] as const; // biome-ignore format: a table reads as a table
    for (const [bytes, called] of sent)
      expect((await send(records, bytes, called)).statusCode, called).toBe(303);
    const rows = await kept(records);
    expect(rows.map((row) => row.file_name)).toEqual(sent.map(([, , name]) => name));
    for (const [n, [bytes, called, , name, type]] of sent.entries()) {
      const taken = await take(records, rows[n]?.id);
      expect(taken.rawPayload.equals(bytes), called).toBe(true);
      expect([taken.headers['content-disposition'], taken.headers['content-type']]).toEqual([
        `attachment; filename="${name}"`,
        type,
      ]);
    }
  });

  it('is refused at its field in plain words, with nothing typed lost, where it cannot be taken', async () => {
    const records = await sampleFor(world);
    const wrong: readonly (readonly [string | Buffer, string, RegExp])[] = [
      ['', '', /Choose the document/],
      ['', 'nothing.pdf', /The document is empty/],
      [Buffer.alloc(900_001, 'x'), 'long.txt', /must be 900 kB or smaller/],
      [Buffer.alloc(3_000_000, 'x'), 'photo.txt', /must be 900 kB or smaller/],
      [PDF, `${'x'.repeat(5000)}.pdf`, /must be 200 characters or fewer/],
      ...Object.values(OTHERS).map((bytes) => [bytes, 'called.pdf', /must be a PDF, a PNG or JPEG/] as const),
    ];
    for (const [file, called, why] of wrong) {
      const answer = await send(records, file, called);
      expect(answer.statusCode, called.slice(0, 20)).toBe(422);
      expect(answer.body).toMatch(why);
      for (const told of [SAID, 'href="#field-file"', 'choose it again']) expect(answer.body).toContain(told);
    }
    const without = await send(records, PDF, 'scan.pdf', '  ');
    expect([without.statusCode, without.body.includes('Enter what the document is')]).toEqual([422, true]);
    expect(without.body).toContain('choose it again');
    const two = `${PDF.toString('latin1')}\r\n--the-edge-of-a-part\r\ncontent-disposition: form-data; name="file"; filename="b.pdf"\r\n\r\n%PDF-2`;
    const several = await send(records, Buffer.from(two, 'latin1'), 'a.pdf');
    expect([several.statusCode, several.body.includes('one document at a time')]).toEqual([422, true]);
    expect(several.body).toContain(SAID);
    expect((await send(records, Buffer.alloc(4_100_000, 'x'), 'film.txt')).statusCode).toBe(413);
    expect(await kept(records)).toEqual([]);
  });

  it('stands nowhere beside its own row: what is kept of the form tells it by its SHA-256 alone', async () => {
    const records = await sampleFor(world);
    await send(records, 'zzonlyhere', 'notes.txt');
    const coded = Buffer.from('zzonlyhere').toString('base64');
    const beside = await world.rows(
      "select from submission where answers::text like '%' || $1 || '%' union all select from draft where answers::text like '%' || $1 || '%'",
      [coded],
    );
    expect([beside, (await kept(records)).length]).toEqual([[], 1]);
  });

  it('is one of twenty at most, and is never changed', async () => {
    const records = await documentIn(world, await sampleFor(world));
    for (let n = 2; n <= 19; n += 1)
      await world.rows(
        "insert into case_sample_document select gen_random_uuid(), case_sample_case_id, $2, words, file_name, kind, bytes, size, sha256, attached_by, attached_at from case_sample_document where id = $1",
        [records['documentId'], n],
      ); // biome-ignore format: a statement reads in one line
    expect((await send(records, PDF)).statusCode).toBe(303);
    const more = await send(records, PDF);
    expect([more.statusCode, more.body.includes('has 20 documents')]).toEqual([422, true]);
    for (const change of [
      'update case_sample_document set words = words',
      'delete from case_sample_document',
    ])
      await expect(world.rows(change)).rejects.toThrow('only grows');
  });

  it('belongs to its adviser and its sample: nobody else reads it or adds to it, and when the sample ends it is gone at once', async () => {
    const records = await documentIn(world, await sampleFor(world));
    const others = await documentIn(world, await sampleFor(world, { adviser: 'quill' }), 'quill');
    expect((await take(others, others['documentId'])).statusCode).toBe(404);
    expect((await take(records, others['documentId'])).statusCode).toBe(404);
    expect((await send(others, PDF)).statusCode).toBe(404);
    const elsewhere = `/case-samples/${others['sampleId']}/documents/${records['documentId']}`;
    expect((await hugo.get(elsewhere)).statusCode).toBe(404);
    for (const key of ['quill', 'halyard']) {
      const one = await world.as(key);
      expect((await one.get(`/sampled-cases/${records['caseId']}/documents/${records['documentId']}`)).statusCode).toBe(403);
      expect((await send(records, PDF, 'a.pdf', SAID, one)).statusCode, key).toBe(403);
    } // biome-ignore format: an expectation reads in one line
    expect((await take(records, records['documentId'])).statusCode).toBe(200);
    await hugo.post(`/case-samples/${records['sampleId']}/ending`, { why: 'She has reported.' });
    const late = await send(records, PDF, 'late.pdf');
    expect([late.statusCode, late.body.includes(SAID), late.body.includes('late.pdf')]).toEqual([
      404,
      true,
      false,
    ]);
    expect((await take(records, records['documentId'])).statusCode).toBe(404);
    expect(await kept(records)).toHaveLength(1);
    const managers = `/case-samples/${records['sampleId']}/documents/${records['documentId']}`;
    expect((await hugo.get(managers)).body).toBe('What I noticed.');
  });
});
