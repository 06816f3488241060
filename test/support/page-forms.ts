/** One control of a form as it stands in a page. */
export type Control = {
  readonly name: string;
  readonly kind: string;
  readonly value: string;
  /** A box or button that is ticked; always true of other controls. */
  readonly on: boolean;
};

/** A form as a browser would send it. */
export type PageForm = {
  readonly action: string;
  readonly controls: readonly Control[];
  readonly buttons: readonly { readonly name: string; readonly value: string; readonly words: string }[];
};

/** Reads the forms of a page that our own renderer wrote: attributes in double quotes, no form within a form. */
export function formsIn(html: string): readonly PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', body = '']) => ({
    action: attribute(head, 'action') ?? '',
    controls: [...inputs(body), ...areas(body), ...selects(body)],
    buttons: [...body.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].map(
      ([, button = '', words = '']) => ({
        name: attribute(button, 'name') ?? '',
        value: attribute(button, 'value') ?? '',
        words: plain(words),
      }),
    ),
  }));
}

/** What the browser sends when nothing is changed: every control that counts, in the order of the page. */
export function sentAsShown(form: PageForm): Record<string, string | string[]> {
  const sent: Record<string, string | string[]> = {};
  for (const { name, value, on } of form.controls) {
    if (name === '' || !on) continue;
    const before = sent[name];
    sent[name] = before === undefined ? value : [before, value].flat();
  }
  return sent;
}

function inputs(html: string): Control[] {
  return [...html.matchAll(/<input\b([^>]*)>/g)].map(([, text = '']) => {
    const kind = attribute(text, 'type') ?? 'text';
    return {
      name: attribute(text, 'name') ?? '',
      kind,
      value: attribute(text, 'value') ?? (kind === 'checkbox' || kind === 'radio' ? 'on' : ''),
      on: !['checkbox', 'radio'].includes(kind) || /\schecked\b/.test(text),
    };
  });
}

function areas(html: string): Control[] {
  return [...html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].map(
    ([, head = '', words = '']) => ({
      name: attribute(head, 'name') ?? '',
      kind: 'words',
      value: decoded(words).replace(/^\r?\n/, ''),
      on: true,
    }),
  );
}

function selects(html: string): Control[] {
  return [...html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].map(([, head = '', body = '']) => {
    const options = [...body.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option);
    const chosen = options.find((option) => /\sselected\b/.test(option)) ?? options[0] ?? '';
    return {
      name: attribute(head, 'name') ?? '',
      kind: 'choice',
      value: attribute(chosen, 'value') ?? '',
      on: true,
    };
  });
}

function attribute(text: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(text)?.[1];
  return found === undefined ? undefined : decoded(found);
}

function plain(html: string): string {
  return decoded(html.replaceAll(/<[^>]*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function decoded(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
