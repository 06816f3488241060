import type { Id } from '../../../language/id.ts';
import type { Context } from '../../../platform/web/context.ts';
import { staffNamed } from '../../people/staff/index.ts';
import type { Contact } from '../contact/index.ts';
import type { Letter } from '../letter/index.ts';
import { type Reader, readersOf } from '../reader/index.ts';
import { type Answer, isDecided } from './rules.ts';
import { letterFor } from './sending.ts';
import { answersOf, decidedChildren } from './store.ts';

/** What a page shows of the answers of a contact. */
export type Answers = {
  readonly isDecided: boolean;
  readonly answeredAt: Date | undefined;
  readonly answers: readonly Answer[];
  readonly readers: readonly { readonly reader: Reader; readonly letter: Letter }[];
  readonly staff: ReadonlyMap<Id, string>;
  /** The family itself told us: then their answer and the referrer's are one. */
  readonly familyIsReferrer: boolean;
};

/** Reads what was told about a contact, and what could be. */
export async function answersFor(context: Context, contact: Contact): Promise<Answers> {
  const { db } = context;
  const children = await decidedChildren(db, contact.id);
  const answers = await answersOf(db, contact.id);
  const readers = await readersOf(context, contact);
  return {
    isDecided: isDecided(children),
    answeredAt: contact.answeredAt,
    answers,
    readers: readers.map((reader) => ({ reader, letter: letterFor(context, contact, reader, children) })),
    staff: await staffNamed(
      db,
      answers.map((answer) => answer.madeBy),
    ),
    familyIsReferrer: contact.referrer?.kind === 'family' || contact.referrer?.kind === 'child',
  };
}
