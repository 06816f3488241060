/** The key that a page carries. */
export function keyIn(page: string): string {
  return /name="key" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

/** What a page would send unseen: the last page carries every answer. */
export function hiddenIn(page: string): Record<string, string | string[]> {
  const hidden: Record<string, string | string[]> = {};
  for (const [, name = '', value = ''] of page.matchAll(
    /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
  )) {
    const text = value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
    const before = hidden[name];
    hidden[name] = before === undefined ? text : [before, text].flat();
  }
  return hidden;
}
