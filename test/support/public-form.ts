import type { LightMyRequestResponse } from 'fastify';
import type { World } from './world.ts';

type Texts = string | readonly string[];
type Typed = Readonly<Record<string, Texts>>;

/** The form of a page as a browser without script has it: where it goes, and what it carries along unseen. */
export type PublicForm = { readonly action: string; readonly hidden: Typed };

/** Reads the first form of a page. */
export function formIn(page: string): PublicForm {
  const [, action = ''] = /<form[^>]* action="([^"]*)"/.exec(page) ?? [];
  const hidden: Record<string, Texts> = {};
  for (const [, name = '', value = ''] of page.matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
  )) {
    const before = hidden[unescaped(name)];
    const text = asSent(unescaped(value));
    hidden[unescaped(name)] = before === undefined ? text : [before, text].flat();
  }
  return { action: unescaped(action), hidden };
}

/** Somebody at a public page, who answers and presses a button, page after page. */
export class PublicReader {
  readonly world: World;
  answer: LightMyRequestResponse;

  private constructor(world: World, answer: LightMyRequestResponse) {
    this.world = world;
    this.answer = answer;
  }

  static async at(world: World, path: string): Promise<PublicReader> {
    return new PublicReader(world, await world.anyone.get(path));
  }

  get form(): PublicForm {
    return formIn(this.answer.body);
  }

  /** The heading of the page, without its markup. */
  get heading(): string {
    const [, inner = ''] = /<h1[^>]*>(.*?)<\/h1>/s.exec(this.answer.body) ?? [];
    return unescaped(inner.replaceAll(/<[^>]*>/g, ''));
  }

  async press(go: string, typed: Typed = {}, action?: string): Promise<this> {
    const { form } = this;
    this.answer = await this.world.anyone.post(action ?? form.action, { ...form.hidden, ...typed, go });
    return this;
  }
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** A browser reads each line end of a page as one character and sends it as two. */
function asSent(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n');
}
