import type { Id } from '../../../language/id.ts';
import { putInOutbox } from '../../../platform/mail/outbox.ts';
import type { Context } from '../../../platform/web/context.ts';
import { reachOf } from '../../people/reach/index.ts';
import { closingLetter, OWN_LANGUAGE, type ToTell, wayToTell } from './rules.ts';
import { keepClosingLetter } from './store.ts';

/** Long enough to see a slip, short enough that nobody waits for it. */
const HELD_SECONDS = 10;

/** Writes what each of the family is told, in the transaction that ends the work; what may go by itself goes into the outbox. */
export async function writeClosingLetters(
  context: Context,
  closing: { readonly id: Id; readonly personId: Id },
  family: readonly ToTell[],
): Promise<void> {
  const { db, today, profile, newId } = context;
  const reach = await reachOf(
    db,
    family.flatMap(({ readerId }) => readerId ?? []),
  );
  const words = closingLetter(today, profile.telephones);
  for (const one of family) {
    const known = one.readerId === undefined ? undefined : reach.get(one.readerId);
    const how = wayToTell(known);
    if (how === undefined) continue;
    const language = known?.language ?? OWN_LANGUAGE;
    const id = await keepClosingLetter(context, closing, { ...one, way: how.way, language, words });
    if (!how.goesByItself || known?.email === undefined) continue;
    await putInOutbox(db, {
      id: newId(),
      kind: 'mail',
      recipient: known.email,
      subject: 'Our work with your family',
      body: words,
      language,
      answerId: id,
      holdSeconds: HELD_SECONDS,
    });
  }
}
