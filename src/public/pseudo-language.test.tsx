import type { VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { createAssets } from '../platform/html/assets.ts';
import { renderDocument } from '../platform/html/document.tsx';
import { LANGUAGES } from '../profile/code-sets/languages.ts';
import { JERSEY } from '../profile/jersey.ts';
import { sayIn } from './catalogue/catalogue.ts';
import type { Say } from './catalogue/messages.ts';
import { FollowPage, NothingToFollow } from './following/pages.tsx';
import { FrontPage, WhatWeDoWithIt } from './front/pages.tsx';
import type { Reader } from './reader.ts';
import { JOURNEYS } from './telling/journeys.ts';
import { CheckPage, CodePage, ComeBackPage, LostPage, SentBeforePage, SentPage } from './telling/pages.tsx';
import { QuestionPage } from './telling/question-page.tsx';

// A language that nobody speaks: accents on every vowel, and 40 in 100 longer. What is not between its brackets did not
// come out of a catalogue.
const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ë',
  i: 'î',
  o: 'ø',
  u: 'ü',
  A: 'Å',
  E: 'É',
  O: 'Ö',
};
const english = sayIn('en', 'en-GB');
const pseudo: Say = (key, values) => {
  const message = english(key, values);
  const accented = message.replaceAll(/[aeiouAEO]/g, (sign) => ACCENTS[sign] ?? sign);
  return `⟦${accented}${'~'.repeat(Math.ceil(message.length * 0.4))}⟧`;
};

const now = new Date('2026-11-20T10:00:00Z');
const reader: Reader = {
  code: 'en',
  language: {
    code: 'en',
    ownName: 'English',
    locale: 'en-GB',
    twelveHours: true,
    isSource: false,
    signedOff: [],
  },
  offered: JERSEY.publicPages.languages,
  say: pseudo,
  authority: {
    schema: 'island',
    title: 'Island',
    profile: JERSEY,
    demonstration: true,
    asOf: undefined,
    host: undefined,
    path: undefined,
  },
  now,
  base: '',
};

const assets = createAssets(new Proxy({}, { get: (_, name) => String(name) }));
const typed = {
  danger: 'yes',
  telephone: '07700 900123',
  safeWays: ['telephone'],
  tie: 'friend',
  permission: 'yes',
};
const [journey] = JOURNEYS;
if (journey === undefined) throw new Error('there is a journey');
const place = { reader, journey, step: { name: 'check' as const }, key: '0', typed, savedAt: now };
const link = { url: 'https://hub.example/follow/0', endsAt: now };
const followed = {
  reference: '0',
  toldAt: now,
  audience: 'referrer',
  words: undefined,
  language: 'en',
} as const;

const PAGES: Readonly<Record<string, readonly VNode[]>> = {
  'the front page': [<FrontPage reader={reader} />, <WhatWeDoWithIt reader={reader} />],
  'every question of every journey, answered wrongly': JOURNEYS.flatMap((one) =>
    one.steps
      .filter(({ name }) => name !== 'check')
      .map((step) => (
        <QuestionPage
          {...place}
          journey={one}
          step={step}
          problems={[{ field: 'danger', message: pseudo('danger.required') }]}
        />
      )),
  ),
  'the last pages': JOURNEYS.flatMap((one) => [
    <CheckPage {...place} journey={one} />,
    <SentPage reader={reader} journey={one} typed={typed} reference="0" link={link} />,
    <SentPage reader={reader} journey={one} typed={{}} reference="0" link={link} />,
    <SentBeforePage place={{ ...place, journey: one }} newKey="0" />,
    <LostPage reader={reader} journey={one} />,
    <CodePage {...place} journey={one} />,
  ]),
  'the way back': [<ComeBackPage reader={reader} problem={pseudo('return.required')} />],
  'how far things are': [
    ...(['received', 'being looked at', 'decided', 'answered'] as const).map((stage) => (
      <FollowPage reader={reader} followed={{ ...followed, stage }} token="0" />
    )),
    <FollowPage reader={reader} followed={{ ...followed, stage: 'decided', audience: 'family' }} token="0" />,
    <NothingToFollow reader={reader} />,
  ],
};

/** Names that are the same in every language. */
const NAMES = ['continuum', ...LANGUAGES.codes.map(({ ownName }) => ownName), 'https://hub.example/follow'];

/** What people read or hear on a page: its text, and the attributes that are read out or written into it. */
function readIn(page: VNode): string {
  const html = renderDocument(page, { assets });
  const spoken = [
    ...html.matchAll(
      /(?:aria-label|alt|title|placeholder|data-(?:saved|waiting|refused|busy)-words)="([^"]*)"/g,
    ),
  ];
  const text = html.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replaceAll(/<[^>]*>/g, ' ');
  return [text, ...spoken.map(([, words]) => words)].join('\n').replaceAll('&amp;', '&');
}

/** A message may stand within another. */
function withoutMessages(text: string): string {
  const less = text.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
  return less === text ? text : withoutMessages(less);
}

function outsideTheCatalogue(page: VNode): string {
  const rest = withoutMessages(readIn(page));
  return NAMES.reduce((left, name) => left.replaceAll(name, ' '), rest)
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();
}

describe('Every word of the public pages comes out of a catalogue', () => {
  for (const [name, pages] of Object.entries(PAGES))
    it(`on ${name}`, () => {
      expect(pages.map(outsideTheCatalogue).filter((rest) => rest !== '')).toEqual([]);
      for (const page of pages) expect(readIn(page)).toContain('⟦');
    });

  it('and no place for a name or a number was left unfilled', () => {
    for (const page of Object.values(PAGES).flat()) expect(readIn(page)).not.toMatch(/[{}]/);
  });

  it('which this test would notice', () => {
    expect(outsideTheCatalogue(<p>Words from nowhere</p>)).toBe('Words from nowhere');
  });
});
