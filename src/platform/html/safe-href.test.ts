import { describe, expect, it } from 'vitest';
import { safeHref } from './safe-href.ts';

describe('Where a link may lead', () => {
  it('lets paths of ours, https, mail and telephones through', () => {
    const safe = [
      '/',
      '/people?q=Juniper%20Limpet',
      '#main',
      '?filter=mine',
      'https://www.example.org/a',
      'mailto:hub@example.org',
      'tel:01632960100',
    ];
    for (const href of safe) expect(safeHref(href)).toBe(href);
  });

  it('stops script, foreign hosts in disguise and everything else', () => {
    const unsafe = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\tscript:alert(1)',
      ' javascript:alert(1)',
      '//elsewhere.example',
      '/\\elsewhere.example',
      '/\t/elsewhere.example',
      '/a\\b',
      'http://elsewhere.example',
      'data:text/html,<script>',
      'people',
      '',
    ];
    for (const href of unsafe) expect(safeHref(href)).toBeUndefined();
  });
});
