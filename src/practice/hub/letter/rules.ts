import { dateFormat } from '../../../language/date-format.ts';
import type { Id } from '../../../language/id.ts';
import type { ContactOutcome } from '../../../profile/code-sets/contact-outcomes.ts';
import type { Telephones } from '../../../profile/telephones.ts';
import { type LetterWords, OWN_LANGUAGE, writtenFor } from '../../people/letter-words/index.ts';
import type { Contact } from '../contact/index.ts';
import type { Reader } from '../reader/index.ts';

/** One child of a contact and what was decided. In force: signed, and authorised where that was asked. */
export type DecidedChild = {
  readonly contactChildId: Id;
  readonly isInForce: boolean;
  readonly outcome: ContactOutcome | undefined;
  readonly agencyTitle: string | undefined;
  readonly reason: string | undefined;
};

/** A letter ready to be read by whoever sends it. `isTheirs` is false where we cannot write their language. */
export type Letter = {
  readonly language: string;
  readonly isTheirs: boolean;
  /** Written by us and not yet checked by a native speaker. */
  readonly awaitsCheck: boolean;
  readonly subject: string;
  readonly words: string;
  /** Reasons that the letter leaves out, because they were written in another language than the letter. */
  readonly leftOut: readonly string[];
};

type Place = { readonly telephones: Telephones; readonly zone: string; readonly demonstration: boolean };

/**
 * Composes what a reader is told, from what was decided and what consent allows. A professional hears the outcome, a member of the
 * public that it was looked at, the family everything about themselves. No letter names a child, an address, or whoever told us: mail is
 * read over shoulders.
 */
export function letterTo(
  reader: Pick<Reader, 'audience' | 'voice' | 'language'>,
  decided: readonly DecidedChild[],
  contact: Pick<Contact, 'reference' | 'toldAt' | 'permission'>,
  place: Place,
): Letter {
  const { letters, ...written } = writtenFor(reader.language, place.demonstration);
  // The hub writes its reasons in English.
  const isOwn = written.language === OWN_LANGUAGE;
  return {
    ...written,
    subject: letters.subject(contact.reference),
    words: bodyOf(reader, isOwn ? decided : withoutReasons(decided), contact, place, letters),
    leftOut: reader.audience === 'family' && !isOwn ? reasonsOf(decided) : [],
  };
}

function bodyOf(
  reader: Pick<Reader, 'audience' | 'voice'>,
  decided: readonly DecidedChild[],
  contact: Pick<Contact, 'toldAt' | 'permission'>,
  place: Place,
  letters: LetterWords,
): string {
  const thanks = letters.thanks(
    dateFormat(letters.locale, { dateStyle: 'long', timeZone: place.zone }).format(contact.toldAt),
  );
  const hears = hearsOutcome(reader, contact);
  const opening =
    reader.audience === 'family' ? [letters.toFamily] : [thanks, hears ? letters.decided : letters.lookedAt];
  return [
    letters.greeting,
    ...opening,
    ...(hears
      ? outcomes(decided, reader.voice === 'family' ? letters.toldFamily : letters.told)
      : [letters.notMore]),
    ...(reader.audience === 'family' ? reasons(decided, letters) : []),
    letters.worriedAgain(place.telephones.emergency.number),
    letters.talkToUs(place.telephones.hub.number),
    letters.signature,
  ].join('\n\n');
}

function hearsOutcome(
  { voice }: Pick<Reader, 'voice'>,
  { permission }: Pick<Contact, 'permission'>,
): boolean {
  return voice === 'family' || (voice === 'professional' && permission !== 'refused');
}

function outcomes(decided: readonly DecidedChild[], words: LetterWords['told']): readonly string[] {
  const told = decided.flatMap(({ outcome }) => (outcome === undefined ? [] : [words[outcome]]));
  return [[...new Set(told)].join('\n')];
}

/** The reasons were written in words the family could read; whoever sends the letter reads them once more. */
function reasons(decided: readonly DecidedChild[], letters: LetterWords): readonly string[] {
  const said = reasonsOf(decided);
  return said.length === 0 ? [] : [`${letters.why}\n${said.join('\n')}`];
}

function reasonsOf(decided: readonly DecidedChild[]): readonly string[] {
  return [...new Set(decided.flatMap(({ reason }) => reason ?? []))];
}

function withoutReasons(decided: readonly DecidedChild[]): readonly DecidedChild[] {
  return decided.map((child) => ({ ...child, reason: undefined }));
}
