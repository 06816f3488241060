import { dayInFull, timeInWords } from '../../../language/dates-in-words.ts';
import { dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { CHANNELS } from '../../../profile/code-sets/channels.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { type Contact, type ContactChild, childNamed } from '../contact/index.ts';
import { CORRECTABLE, type WhatWasWrong } from './rules.ts';

/** One fact of a contact as it stands, in words, and the child it is about where it is about one. */
export type Fact = {
  readonly what: WhatWasWrong;
  readonly child: { readonly id: Id; readonly called: string } | undefined;
  readonly label: string;
  readonly value: string | undefined;
};

/**
 * Every fact of a contact that can be put right, as it stands. A child who is not identified cannot be somebody else, and a school that is
 * guarded from the viewer is not theirs to write over.
 */
export function factsOf(contact: Contact, zone: string): readonly Fact[] {
  const own = CORRECTABLE.filter((row) => row.of === 'contact').map((row) => ({
    what: row.code,
    child: undefined,
    label: row.label,
    value: valueOfContact(contact, row.code, zone),
  }));
  const ofChildren = contact.children.flatMap((child) =>
    CORRECTABLE.filter((row) => row.of === 'child')
      .filter((row) => row.code !== 'person' || child.personId !== undefined)
      .filter((row) => row.code !== 'school' || !child.placeWithheld)
      .map((row) => ({
        what: row.code,
        child: { id: child.id, called: childNamed(child) },
        label: row.label,
        value: valueOfChild(child, row.code),
      })),
  );
  return [...own, ...ofChildren];
}

function valueOfContact(contact: Contact, what: WhatWasWrong, zone: string): string | undefined {
  switch (what) {
    case 'told at':
      return `${dayInFull(dayOf(contact.toldAt, zone))}, ${timeInWords(contact.toldAt, zone)}`;
    case 'happened on':
      return contact.happenedOn && dayInFull(contact.happenedOn);
    case 'channel':
      return labelOf(CHANNELS, contact.channel);
    case 'source':
      return labelOf(CONTACT_SOURCES, contact.source);
    case 'words language':
      return labelOf(LANGUAGES, contact.wordsLanguage ?? 'en');
    case 'referrer level':
      return contact.referrerLevel === undefined ? undefined : `level ${contact.referrerLevel}`;
    default:
      return contact.summary;
  }
}

function valueOfChild(child: ContactChild, what: WhatWasWrong): string | undefined {
  switch (what) {
    case 'given name':
      return child.givenName;
    case 'family name':
      return child.familyName;
    case 'born on':
      return child.bornOn && dayInFull(child.bornOn);
    case 'due on':
      return child.dueOn && dayInFull(child.dueOn);
    case 'school':
      return child.school;
    default:
      return child.personId === undefined ? undefined : 'Identified as a person on record';
  }
}
