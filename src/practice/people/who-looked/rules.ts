import type { Id } from '../../../language/id.ts';
import type { Subject } from '../../../platform/action.ts';
import { LOOK_MODEL } from '../../../profile/look-model.ts';

/** A record whose looks are asked about; its name only for who may read the record. */
export type LookedAt = Subject & { readonly number: string; readonly name: string | undefined };

/** One look or act, as the page tells it. */
export type Look = {
  readonly id: Id;
  readonly at: Date;
  readonly actor: Id | undefined;
  readonly act: string;
  readonly ground: string | undefined;
  /** More persons stood on the same page: it was a list, or a family. */
  readonly persons: number;
};

/** What is asked of the looks at a record: only what opened it, or also lists; one member of staff; a page of them. */
export type AskedLooks = {
  readonly lists: boolean;
  readonly staffId: Id | undefined;
  /** All of them on one page, for paper. */
  readonly onOnePage: boolean;
};

/** What was done, in words: "Read the record", "Stood in a list", "Wrote: case note". */
export function lookInWords({ act, persons }: Pick<Look, 'act' | 'persons'>): string {
  const [noun = '', verb = ''] = act.split(': ');
  if (persons > LOOK_MODEL.bounds.ofOneFamily || verb === 'search') return `Stood in a list (${noun})`;
  if (act === 'audit: read') return 'Read who looked';
  if (act === 'look: review') return 'Judged a look at it';
  if (verb === 'read' || verb.startsWith('see '))
    return noun === 'person' ? 'Read the record' : `Read: ${noun}`;
  return verb === '' ? `Acted: ${act}` : `Acted: ${noun}, ${verb}`;
}

/** On what ground, in words. */
export function groundInWords(ground: string | undefined, act = ''): string {
  if (ground === undefined && act.startsWith('shared child: ')) return 'It was shared with their agency';
  if (ground === undefined && act.startsWith('sampled case: '))
    return 'In a sample for an adviser, without a name';
  if (ground === 'emergency access') return 'In an emergency';
  if (ground === 'as known at') return 'By their role or work; as it was known earlier';
  return ground ?? 'By their role or work';
}

/** Who looked, by name. */
export function actorInWords({ actor }: Pick<Look, 'actor'>, names: ReadonlyMap<Id, string>): string {
  return actor === undefined ? 'The program itself' : (names.get(actor) ?? 'Somebody of the staff');
}
