/** One tag of a page as a browser reads it: its name and its attributes, with the references to characters not yet resolved. */
export type Tag = { readonly name: string; readonly attributes: ReadonlyMap<string, string> };

const NAME = /[a-z][^\s/>]*/iy;
const ATTRIBUTE = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/y;
/** What stands in these is text until they end, whatever it looks like. */
const TEXT_ONLY = ['script', 'style', 'textarea', 'title'];

/** Every tag and comment of a page, in order, read as HTML is: quotes close where they close, and nothing is guessed. */
export function tagsOf(html: string): readonly Tag[] {
  const tags: Tag[] = [];
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) tags.push({ name: '!--', attributes: new Map() });
    NAME.lastIndex = at + 1;
    const name = NAME.exec(html)?.[0]?.toLowerCase();
    if (name === undefined) at += 1;
    else {
      const { attributes, end } = attributesFrom(html, NAME.lastIndex);
      tags.push({ name, attributes });
      at = TEXT_ONLY.includes(name) ? html.toLowerCase().indexOf(`</${name}`, end) : end;
      if (at === -1) return tags;
    }
  }
  return tags;
}

function attributesFrom(html: string, from: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>();
  let end = from;
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const found = ATTRIBUTE.exec(html);
    if (found === null) break;
    const [, name = '', double, single, bare] = found;
    attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
    end = ATTRIBUTE.lastIndex;
  }
  return { attributes, end: Math.max(end, html.indexOf('>', end)) };
}
