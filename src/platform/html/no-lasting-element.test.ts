import { options, type VNode } from 'preact';
import { expect, it } from 'vitest';

it('makes no element of a page beforehand: one that lasts holds on to the page that it last stood on, and to whom it is about', async () => {
  const made: VNode[] = [];
  const before = options.vnode;
  options.vnode = (element) => {
    made.push(element);
    before?.(element);
  };
  await import('../../app.ts');
  options.vnode = before ?? (() => undefined);
  expect(made.map(({ type }) => String(type))).toEqual([]);
});
