import { describe, expect, it } from 'vitest';
import { languagesOffered, PUBLIC_PAGES } from './public-pages.ts';

const codesFor = (demonstration: boolean, languages = PUBLIC_PAGES.languages) =>
  languagesOffered(languages, { schema: 'island', demonstration }).map(({ code }) => code);

describe('The languages of the public pages', () => {
  it('are all shown in a demonstration, where nobody relies on them', () => {
    expect(codesFor(true)).toEqual(['en', 'pt']);
  });

  it('wait, in a live authority, until a native speaker has signed them off', () => {
    expect(codesFor(false)).toEqual(['en']);
  });

  it('are signed off by each authority for itself', () => {
    const signedOff = (authority: string) =>
      PUBLIC_PAGES.languages.map((one) => ({
        ...one,
        signedOff: [{ authority, on: '2026-11-02', by: 'Nuno Farol' }] as const,
      }));
    expect(codesFor(false, signedOff('island'))).toEqual(['en', 'pt']);
    expect(codesFor(false, signedOff('elsewhere'))).toEqual(['en']);
  });
});
