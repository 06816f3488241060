import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { valueIn, valuesIn } from '../../platform/html/answers.ts';
import { isCode } from '../../profile/code-sets/code-set.ts';
import { LANGUAGES } from '../../profile/code-sets/languages.ts';
import { SAFE_WAYS } from '../../profile/code-sets/safe-contact.ts';
import type { MessageKey } from '../catalogue/messages.ts';
import type { Reader } from '../reader.ts';
import type { Step } from './journeys.ts';
import { FORM_OF, MOST_CHILDREN } from './questions.ts';

/** One answer for reading: what was asked, where a page asks several things, and what was said. */
export type ReadBack = { readonly label: string | undefined; readonly said: string };

/** What somebody said on one page, word for word; choices in the words that they chose. */
export function readBack(reader: Reader, step: Step, typed: RawAnswers): readonly ReadBack[] {
  if (step.name === 'children') return childrenIn(typed);
  return FORM_OF[step.name].fields.flatMap(({ name }) => {
    const said = valuesIn(typed, name)
      .filter((text) => text.trim() !== '')
      .map((text) => inWords(reader, name, text))
      .join(', ');
    const label = LABELS[name];
    return said === '' ? [] : [{ label: label && reader.say(label), said }];
  });
}

const LABELS: Readonly<Partial<Record<string, MessageKey>>> = {
  address: 'place.address',
  school: 'place.school',
  givenName: 'you.given-name',
  familyName: 'you.family-name',
  age: 'you.age',
  tie: 'who.tie',
  relation: 'who.relation',
  telephone: 'reach.telephone',
  email: 'reach.email',
  language: 'reach.language',
  safeTimes: 'safe.times',
  familyKnows: 'family.knows',
  mayBeNamed: 'family.named',
  permissionWords: 'permission.words',
};

const WORDS: Readonly<Partial<Record<string, Readonly<Partial<Record<string, MessageKey>>>>>> = {
  danger: { yes: 'yes', no: 'no', 'not sure': 'not sure' },
  familyKnows: { yes: 'yes', no: 'no' },
  mayBeNamed: { yes: 'yes', no: 'no' },
  permission: { yes: 'permission.yes', no: 'permission.no', 'ask first': 'permission.ask first' },
  tie: {
    relative: 'who.tie.relative',
    friend: 'who.tie.friend',
    else: 'who.tie.else',
    'not said': 'who.tie.not said',
  },
  language: { mis: 'reach.language.another' },
};

function inWords({ say }: Reader, name: string, text: string): string {
  const words = WORDS[name] ?? {};
  const key = Object.hasOwn(words, text) ? words[text] : undefined;
  if (key !== undefined) return say(key);
  if (name === 'safeWays' && isCode(SAFE_WAYS, text)) return say(`safe.way.${text}`);
  if (name === 'language') return LANGUAGES.codes.find(({ code }) => code === text)?.ownName ?? text;
  return text;
}

function childrenIn(typed: RawAnswers): readonly ReadBack[] {
  return Array.from({ length: MOST_CHILDREN }, (_, row) => row).flatMap((row) => {
    const part = (name: string) => valueIn(typed, `children.${row}.${name}`)?.trim();
    const name = [part('givenName'), part('familyName')].filter(Boolean).join(' ');
    const said = [name, part('age')].filter(Boolean).join(', ');
    return said === '' ? [] : [{ label: undefined, said }];
  });
}
