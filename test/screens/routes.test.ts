import { describe, expect, it } from 'vitest';
import { routesToSee } from './routes.ts';

const PRINTED = [
  'GET /contacts/:contactId  may: contact: read',
  'POST /contacts  may: contact: record',
  'GET /contacts/new  may: contact: record',
  'GET /assets/*  public',
].join('\n');

describe('The routes that pictures are taken of', () => {
  const routes = routesToSee(PRINTED);
  const routeOf = (path: string) => routes.find(({ matches }) => matches.test(path))?.path;

  it('are those that can be looked at', () => {
    expect(routes.map(({ path }) => path).toSorted()).toEqual([
      '/assets/*',
      '/contacts/:contactId',
      '/contacts/new',
    ]);
  });

  it('are told apart as the program tells them apart, so that no page stands for another', () => {
    expect(routeOf('/contacts/new')).toBe('/contacts/new');
    expect(routeOf('/contacts/51bb68c3')).toBe('/contacts/:contactId');
    expect(routeOf('/contacts/51bb68c3/ratings/new')).toBeUndefined();
    expect(routeOf('/assets/fonts/one.woff2')).toBe('/assets/*');
  });
});
