import type { Id } from '../../../language/id.ts';
import { putInOutbox } from '../../../platform/mail/outbox.ts';
import type { Context } from '../../../platform/web/context.ts';
import { OWN_LANGUAGE, writtenFor } from '../../people/letter-words/index.ts';
import { reachOf } from '../../people/reach/index.ts';
import { closingLetter, type ToTell, wayToTell } from './rules.ts';
import { keepClosingLetter } from './store.ts';

/** Long enough to see a slip, short enough that nobody waits for it. */
const HELD_SECONDS = 10;

/** Writes what each of the family is told, in the transaction that ends the work; what may go by itself goes into the outbox. */
export async function writeClosingLetters(
  context: Context,
  closing: { readonly id: Id; readonly personId: Id },
  family: readonly ToTell[],
): Promise<void> {
  const { db, today, profile, authority, newId } = context;
  const reach = await reachOf(
    db,
    family.flatMap(({ readerId }) => readerId ?? []),
  );
  for (const one of family) {
    const known = one.readerId === undefined ? undefined : reach.get(one.readerId);
    const language = known?.language ?? OWN_LANGUAGE;
    const { letters, isTheirs, language: writtenIn } = writtenFor(language, authority.demonstration);
    const how = wayToTell(known, isTheirs);
    if (how === undefined) continue;
    const words = closingLetter(today, letters, profile);
    const written = { language, writtenIn, words };
    const id = await keepClosingLetter(context, closing, { ...one, way: how.way, ...written });
    if (!how.goesByItself || known?.email === undefined) continue;
    await putInOutbox(db, {
      id: newId(),
      kind: 'mail',
      recipient: known.email,
      subject: letters.closing.subject,
      body: words,
      language: writtenIn,
      answerId: id,
      holdSeconds: HELD_SECONDS,
    });
  }
}
