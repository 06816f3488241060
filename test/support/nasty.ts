import fc from 'fast-check';
import { dayInFull } from '../../src/language/dates-in-words.ts';
import { addDays, type Day, daysBetween, partsOf } from '../../src/language/day.ts';
import { lengthOf, wellFormed } from '../../src/language/text.ts';
import { documentText } from '../../src/platform/forms/document-field.ts';
import type { NamedFieldMeta } from '../../src/platform/forms/field.ts';
import type { RawAnswers } from '../../src/platform/forms/raw-answers.ts';

type Texts = string | readonly string[];
type Named = readonly (readonly [string, Texts])[];

/** Writing that is odd and right: other scripts, directions, marks, joined emoji, markup, quotes, what formulas begin with. */
const ODD_AND_RIGHT = [
  'João',
  'مرحبا',
  '\u202eright to left\u202c',
  '\u200f',
  'e\u0301\u0323\u0308',
  'Z\u0351\u036b\u0343',
  '👩🏽‍👧‍👦',
  '\u{1f1ef}\u{1f1ea}',
  '\ufeff',
  '\ufffd',
  '\u200b',
  '\uffff',
  '𝔍𝔬',
  '<script>alert(1)</script>',
  '&amp;&#0;',
  '"\'`; drop table person; --',
  '#{7*7}{{7*7}}',
  '=cmd|calc',
  '../../etc/passwd',
  'null',
  'NaN',
  '%00%ED%A0%80',
  '\\u0000',
];

/** What must be refused or read exactly, never stored as something else. */
const NASTY: readonly Texts[] = [
  'a\u0000b',
  '\u0000',
  '\ud800',
  'Mum\udc00',
  'a\rb',
  '\u001b[2J',
  'x\u0085y',
  '2024-02-30',
  '30/2/2024',
  '99/99/9999',
  '-1e309',
  '99999999999999999999',
  '0x10',
  '١٢',
  'Infinity',
  '__proto__',
  '[object Object]',
  '00000000-0000-0000-0000-00000000000G',
  ['yes', 'no'],
  ['', ''],
  ['a', 'a'],
  Array.from({ length: 300 }, (_, index) => String(index)),
  'x'.repeat(1_000_000),
  'é'.repeat(20_001),
  '\t\n \u00a0',
];

const UNASKED: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype.polluted',
  'a.__proto__.b',
  'id',
  'createdBy',
  'toString',
  'a'.repeat(300),
  'a.0.b.1.c.2.d',
  'children.999999999999.givenName',
  '',
  '.',
  '0',
];

/** Answers to any form, made from what it says of its fields: about six in ten are acceptable as far as its fields go. */
export function nastyAnswers(fields: readonly NamedFieldMeta[], today: Day): fc.Arbitrary<RawAnswers> {
  const good = acceptableTo(fields, today);
  return fc.oneof({ weight: 6, arbitrary: good }, { weight: 4, arbitrary: spoilt(good) }).map(asRaw);
}

/** Answers that every field accepts, odd writing included. Checks between answers may still refuse them. */
export function acceptableAnswers(fields: readonly NamedFieldMeta[], today: Day): fc.Arbitrary<RawAnswers> {
  return acceptableTo(fields, today).map(asRaw);
}

/** The same as bodies of a browser's request, some with bytes that no browser sends. */
export function nastyBodies(fields: readonly NamedFieldMeta[], today: Day): fc.Arbitrary<string> {
  const body = nastyAnswers(fields, today).map(asBody);
  const damage = fc.constantFrom(
    '&x=%ED%A0%80',
    '&%',
    '&=%C0%AF',
    '&\u0000',
    '%',
    '&&&',
    `&${'y=1&'.repeat(1_100)}`,
  );
  return fc.oneof(
    { weight: 8, arbitrary: body },
    { weight: 2, arbitrary: fc.tuple(body, damage).map((two) => two.join('')) },
  );
}

/** Writes answers as a browser does. Half characters, which URLSearchParams would repair, go as the bytes of CESU-8. */
export function asBody(raw: RawAnswers): string {
  return Object.entries(raw)
    .flatMap(([name, texts]) => [texts].flat().map((text) => `${encoded(name)}=${encoded(text)}`))
    .join('&');
}

function encoded(text: string): string {
  if (text.isWellFormed()) return encodeURIComponent(text);
  return [...text].map((sign) => (sign.isWellFormed() ? encodeURIComponent(sign) : '%ED%A0%80')).join('');
}

function asRaw(named: Named): RawAnswers {
  const raw: Record<string, Texts> = Object.create(null);
  for (const [name, texts] of named) raw[name] = texts;
  return raw;
}

/** Any whole character there is. The unit of fast-check for it takes a second to think of itself. */
const ANY_SIGN = fc
  .nat({ max: 0x10_ff_ff - 0x8_00 })
  .map((place) => String.fromCodePoint(place < 0xd8_00 ? place : place + 0x8_00));

function spoilt(good: fc.Arbitrary<Named>): fc.Arbitrary<Named> {
  return good.chain(spoiltOnce).chain((once) => fc.oneof(fc.constant(once), spoiltOnce(once)));
}

/** One answer replaced, one left out, one sent twice, or one that nobody asked for. */
function spoiltOnce(named: Named): fc.Arbitrary<Named> {
  const nasty = fc.oneof(
    fc.constantFrom<Texts[]>(...NASTY),
    fc.string({ unit: ANY_SIGN, maxLength: 50 }),
    fc.array(fc.string()),
  );
  const at = fc.nat({ max: Math.max(0, named.length - 1) });
  const replaced = (index: number, change: (texts: Texts) => Texts): Named =>
    named.map(([name, texts], place) => [name, place === index ? change(texts) : texts]);
  return fc.oneof(
    fc.tuple(at, nasty).map(([index, texts]) => replaced(index, () => texts)),
    at.map((index) => named.filter((_, place) => place !== index)),
    at.map((index) => replaced(index, (texts) => [texts, texts].flat())),
    fc.tuple(fc.constantFrom(...UNASKED), nasty).map((pair): Named => [...named, pair]),
  );
}

function acceptableTo(fields: readonly NamedFieldMeta[], today: Day): fc.Arbitrary<Named> {
  return fc.tuple(...fields.map((field) => acceptableField(field, today))).map((answers) => answers.flat());
}

function acceptableField(field: NamedFieldMeta, today: Day): fc.Arbitrary<Named> {
  if (field.kind === 'repeated') return acceptableRows(field, today);
  const answered = acceptableTexts(field, today).map((texts): Named => [[field.name, texts]]);
  if (field.required) return answered;
  const blank: Named[] = [[], [[field.name, '']]];
  return fc.oneof({ weight: 2, arbitrary: answered }, { weight: 1, arbitrary: fc.constantFrom(...blank) });
}

function acceptableRows(field: NamedFieldMeta, today: Day): fc.Arbitrary<Named> {
  const row = acceptableTo(field.fields ?? [], today);
  return fc
    .array(row, { minLength: field.min ?? 0, maxLength: Math.min(field.max ?? 3, (field.min ?? 0) + 3) })
    .map((rows) =>
      rows.flatMap((named, index) => named.map(([name, texts]) => [`${field.name}.${index}.${name}`, texts])),
    );
}

function acceptableTexts(field: NamedFieldMeta, today: Day): fc.Arbitrary<Texts> {
  const codes = field.options.map((option) => option.code);
  switch (field.kind) {
    case 'words':
      return oddWords(field.max ?? 1, ['\r\n', '\n', '\t']);
    case 'line':
      return fc
        .tuple(fc.constantFrom('', ' ', '\t'), oddWords(field.max ?? 1, [' ']))
        .map((parts) => parts.join(''));
    case 'some of':
      return fc
        .subarray(codes, { minLength: field.required ? 1 : 0 })
        .map((some) => (some.length === 1 ? (some[0] ?? '') : some));
    case 'email':
      return fc.constantFrom('rosa.moreira@example.je', ' A+b@example.co.uk ', "o'brien@sub.example.com");
    case 'telephone':
      return fc.constantFrom(
        '01534 519000',
        '+44 7797 700000',
        '(01534) 519-000',
        '00351 21 000 0000',
        '519000 ext 12',
      );
    case 'day':
      return typedDays(field, today);
    case 'whole number':
      return fc.integer({ min: field.min ?? 0, max: field.max ?? 0 }).map((number) => ` ${number}`);
    case 'id':
      return fc.uuid();
    case 'document':
      return oddDocuments();
    default:
      return fc.constantFrom(...codes);
  }
}

/** Mostly short, sometimes exactly as long as is allowed, which is where off-by-one lives. */
function oddWords(max: number, between: readonly string[]): fc.Arbitrary<string> {
  const part = fc.oneof(fc.constantFrom(...ODD_AND_RIGHT), fc.string({ unit: 'grapheme', maxLength: 8 }));
  const joined = fc
    .tuple(fc.array(part, { minLength: 1, maxLength: 6 }), fc.constantFrom(' ', ...between))
    .map(([parts, joint]) => [...parts.join(joint)].slice(0, max).join(''));
  const full = fc.constantFrom('x', 'é', '👧').map((sign) => sign.repeat(max));
  return fc
    .oneof({ weight: 9, arbitrary: joined }, { weight: 1, arbitrary: full })
    .map((text) =>
      text.trim() !== '' && wellFormed(text.replaceAll('\r\n', '\n')) && lengthOf(text) <= max ? text : 'x',
    );
}

/** Documents of each kind, by what they begin with, under names as people and others give them. */
function oddDocuments(): fc.Arbitrary<string> {
  const begins = ['255044462d', '89504e470d0a1a0a', 'ffd8ff', '54657874'].map((hex) =>
    Buffer.from(hex, 'hex'),
  );
  const names = ['scan.pdf', '../../etc/passwd', 'C:\\a.exe', 'ä\u202egpj.exe', '%00', ' ', '<b>.txt'];
  return fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...begins), fc.constantFrom('', 'more', '<script>'))
    .map(([name, start, more]) => documentText(name, Buffer.concat([start, Buffer.from(more)])));
}

function typedDays(field: NamedFieldMeta, today: Day): fc.Arbitrary<string> {
  const back = field.notBefore ? Math.min(3_000, daysBetween(field.notBefore, today)) : 3_000;
  const spell = fc.constantFrom<(some: Day) => string>(
    (some) => some,
    dayInFull,
    (some) => ` ${partsOf(some).dayOfMonth}/${partsOf(some).month}/${partsOf(some).year} `,
  );
  const ahead = field.notAfterToday ? 0 : 400;
  return fc
    .tuple(fc.integer({ min: Math.min(-back, ahead), max: ahead }), spell)
    .map(([count, as]) => as(addDays(today, count)));
}
