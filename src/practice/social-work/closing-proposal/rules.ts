import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import { VIEW_NOT_HEARD_REASONS } from '../../../profile/code-sets/closings.ts';
import { rowOf } from '../../../profile/code-sets/code-set.ts';
import type { Relationship } from '../../../profile/code-sets/relationships.ts';
import { PERIOD_ENDED_REASONS } from '../../../profile/code-sets/service-kinds.ts';
import type { Telephones } from '../../../profile/telephones.ts';
import type { View } from '../closing/index.ts';

/** The reasons that are discussed with the family, in the order of the list. */
export const REASONS = PERIOD_ENDED_REASONS.codes.filter(({ isWithFamily }) => isWithFamily);

/** Whose view is asked for, under a key that stays the same while the page is filled in. */
export type Asked = {
  readonly key: string;
  readonly whose: 'child' | 'parent';
  readonly parentId: Id | undefined;
  /** By name; nobody yet where it is a parent who is not on record. */
  readonly name: string | undefined;
};

/** What was answered for one of them. */
export type Heard = {
  readonly of: string;
  readonly named: string | undefined;
  readonly words: string | undefined;
  readonly whyNot: string | undefined;
};

const PARENTS: readonly string[] = ['mother', 'father', 'parent', 'adoptive parent', 'guardian'] satisfies readonly Relationship[]; // biome-ignore format: one list

/** Says whether somebody is asked as a parent: by what they are to the child, or because they hold parental responsibility. */
export function isAskedAsParent(kind: string, parentalResponsibility: string): boolean {
  return PARENTS.includes(kind) || parentalResponsibility === 'yes';
}

/** Whose views a closing asks for: the child, each parent on record, and room for one who is not; for two where nobody is on record. */
export function askedFor(
  child: { readonly name: string },
  parents: readonly { readonly id: Id; readonly name: string }[],
): readonly Asked[] {
  const another = (key: string): Asked => ({ key, whose: 'parent', parentId: undefined, name: undefined });
  return [
    { key: 'child', whose: 'child', parentId: undefined, name: child.name },
    ...parents.map(({ id, name }): Asked => ({ key: id, whose: 'parent', parentId: id, name })),
    another('another'),
    ...(parents.length === 0 ? [another('one more')] : []),
  ];
}

/** What the family is told first of how to come back, for the worker to put into the words of this family. */
export function comeBackWords({ hub }: Telephones): string {
  return `You can come back whenever you want to. You need no reason. Ring us on ${hub.number} (${hub.answered}), or choose “Ask for help” on our page.`;
}

const EITHER = 'Write what they say or select why they were not heard, and leave the other empty';

/** Puts together what each of them says; or says at which fields something is missing. Nobody on the page is passed over in silence. */
export function viewsFrom(
  asked: readonly Asked[],
  heard: readonly Heard[],
): { readonly views: readonly View[]; readonly problems: readonly Problem[] } {
  const keys = heard.map(({ of }) => of);
  const isWhole = asked.every(({ key, name }) => name === undefined || keys.includes(key));
  const isOwn =
    keys.every((key) => asked.some((one) => one.key === key)) && new Set(keys).size === keys.length;
  if (!isWhole || !isOwn)
    return {
      views: [],
      problems: [{ field: '', message: 'The family on record has changed. Open the page again' }],
    };
  const answers = heard.flatMap((answer, place) => {
    const one = asked.find(({ key }) => key === answer.of);
    return one === undefined || isLeftOut(one, answer) ? [] : [{ one, answer, at: `views.${place}` }];
  });
  const problems = answers.flatMap(({ one, answer, at }) => problemsOf(one, answer, at));
  const noParent = answers.every(({ one }) => one.whose === 'child');
  const place = keys.indexOf('another');
  return {
    views: answers.map(({ one, answer }) => ({
      whose: one.whose,
      parentId: one.parentId,
      named: one.name === undefined ? answer.named : undefined,
      words: answer.words,
      whyNot: answer.whyNot,
    })),
    problems: noParent
      ? [...problems, { field: place < 0 ? '' : `views.${place}.named`, message: 'Say who is the parent or carer, and what they say or why they were not heard' }]
      : problems,
  }; // biome-ignore format: one question a line
}

function isLeftOut({ name }: Asked, { named, words, whyNot }: Heard): boolean {
  return name === undefined && [named, words, whyNot].every((answer) => answer === undefined);
}

function problemsOf(one: Asked, { named, words, whyNot }: Heard, at: string): readonly Problem[] {
  const who = one.name ?? named ?? 'they';
  const reason = whyNot === undefined ? undefined : rowOf(VIEW_NOT_HEARD_REASONS, whyNot);
  const wrong: readonly (readonly [boolean, string, string])[] = [
    [one.name === undefined && named === undefined, 'named', 'Say who it is'],
    [words === undefined && whyNot === undefined, 'words', `Write what ${who} says, or select why they were not heard`],
    [words !== undefined && whyNot !== undefined, 'whyNot', EITHER],
    [reason !== undefined && reason.of !== 'anybody' && reason.of !== one.whose, 'whyNot', `This is said of a ${reason?.of}. Select another reason`],
  ]; // biome-ignore format: a list reads as a list
  return wrong.flatMap(([is, name, message]) => (is ? [{ field: `${at}.${name}`, message }] : []));
}
