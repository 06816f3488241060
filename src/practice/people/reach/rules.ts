import type { AnswerWay } from '../../../profile/code-sets/safe-contact.ts';

/** What somebody said is safe, and the means we have. */
export type Means = {
  readonly safeWays: readonly string[];
  readonly telephone?: string | undefined;
  readonly email?: string | undefined;
};

/**
 * The ways that are safe for somebody and that we have the means for.
 *
 * Where nobody asked them, a professional is reached at work by any way; anybody else only by what they gave us themselves or face to
 * face, because a letter is opened by whoever is at home.
 */
export function safeWaysFor(means: Means, isProfessional: boolean): readonly AnswerWay[] {
  const asked = means.safeWays.length > 0;
  const says = (way: string) => means.safeWays.includes(way);
  const ways: readonly (readonly [AnswerWay, boolean])[] = [
    ['mail', means.email !== undefined && (!asked || says('mail'))],
    ['telephone', means.telephone !== undefined && (!asked || says('telephone'))],
    ['text message', means.telephone !== undefined && says('text message')],
    ['letter', asked ? says('letter') : isProfessional],
    ['in person', !asked || says('in person') || says('school') || says('somebody trusted')],
  ];
  return says('not at all') ? [] : ways.flatMap(([way, may]) => (may ? [way] : []));
}
