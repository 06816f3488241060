import type { Day } from '../language/day.ts';
import type { Family, Person } from './families.ts';
import type { Random } from './random.ts';
import type { Theme } from './words/theme.ts';

/** What was said, in the words that were used. */
export type Told = {
  readonly summary: string | undefined;
  readonly words: string;
  readonly language: string;
  readonly childWords: string | undefined;
  readonly goingWell: string | undefined;
  readonly tried: string | undefined;
  readonly helpWanted: string | undefined;
};

type Speaker = 'child' | 'family' | 'public' | 'professional' | 'anonymous';

const OPENINGS: Readonly<Record<Speaker, readonly string[]>> = {
  child: ['I am writing because I don’t know who else to tell.', 'My teacher gave me this page.'],
  family: [
    'I am ringing about {child}.',
    'We need some help with {child}.',
    'Somebody at school said that I can talk to you.',
  ],
  public: [
    'I do not know the family well, and I could not leave it.',
    'I live near by and have thought about this for weeks.',
  ],
  professional: [
    'I am writing about {child}, whom I have known since last year.',
    'I would like to share what we have seen of {child}.',
    'This is about {child}.',
    'Following our call this week about {child}.',
  ],
  anonymous: ['I would rather not say who I am.', 'Please do not say that somebody rang.'],
};

const CLOSINGS: Readonly<Record<Speaker, readonly string[]>> = {
  child: ['Please don’t ring my house.'],
  family: [
    'Mornings are best to reach me.',
    'Thank you for listening.',
    'I would rather be rung than written to.',
  ],
  public: ['I hope it helps that I said it.'],
  professional: [
    'The family knows that I am writing.',
    'I have told {adult} that I would ask you.',
    'Please ring me if anything is not clear.',
    'We would like to be part of whatever comes next.',
  ],
  anonymous: ['That is all I know.'],
};

/** Puts together what somebody told us: an opening, some of what they saw, and an end. In Portuguese where that is what they speak. */
export function tell(
  random: Random,
  theme: Theme,
  speaker: Speaker,
  family: Family,
  children: readonly Person[],
  on: Day,
): Told {
  const fill = filling(random, family, children, on);
  const inPortuguese = speaker === 'family' && family.language === 'pt' ? (theme.sawInPortuguese ?? []) : [];
  const sometimes = (probability: number, sentences: readonly string[]) =>
    sentences.length > 0 && random.chance(probability) ? fill(random.pick(sentences)) : undefined;
  const often = speaker === 'professional' ? 0.6 : 0;
  return {
    summary: sometimes(0.85, theme.lines),
    words:
      inPortuguese.length > 0
        ? inPortuguese.map(fill).join(' ')
        : whole(random, theme, speaker).map(fill).join(' '),
    language: inPortuguese.length > 0 ? 'pt' : 'en',
    childWords: sometimes(speaker === 'professional' ? 0.45 : 0.15, theme.childSays),
    goingWell: sometimes(often, theme.goingWell),
    tried: sometimes(often, theme.tried),
    helpWanted: sometimes(0.55, theme.wanted),
  };
}

function whole(random: Random, theme: Theme, speaker: Speaker): readonly string[] {
  const saw = random.some(theme.saw, random.whole(2, Math.min(4, theme.saw.length)));
  return [random.pick(OPENINGS[speaker]), ...saw, ...endingOf(random, speaker)];
}

function endingOf(random: Random, kind: Speaker): readonly string[] {
  return random.chance(0.6) ? [random.pick(CLOSINGS[kind])] : [];
}

/** Names take the place of the slots; a sentence that begins with one begins with a capital. Before a birth there is no name yet. */
function filling(
  random: Random,
  family: Family,
  children: readonly Person[],
  on: Day,
): (sentence: string) => string {
  const born = children.filter(({ bornOn }) => bornOn !== undefined && bornOn <= on);
  const names =
    born.length < children.length
      ? [...born.map(({ givenName }) => givenName), 'the baby']
      : born.map(({ givenName }) => givenName);
  const last = names.at(-1) ?? 'the child';
  const child = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
  const drawn = random.pick(family.adults);
  const adult = born.length === 0 ? 'the mother' : THEIRS[drawn.relation];
  return (sentence) => {
    const said = sentence.replaceAll('{child}', child).replaceAll('{adult}', adult);
    return said.replaceAll(
      /(^|[.!?] )([a-z])/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
  };
}

const THEIRS = {
  mother: 'their mother',
  father: 'their father',
  'step-parent': 'their stepfather',
  grandparent: 'their grandmother',
} as const;
