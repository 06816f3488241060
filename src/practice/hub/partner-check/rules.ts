import { ageInWords } from '../../../language/age.ts';
import { dayInFull } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { done, type Outcome, refused } from '../../../language/outcome.ts';
import type { AgencyKind } from '../../../profile/code-sets/agency-kinds.ts';
import type { Profile } from '../../../profile/profile.ts';

/** What is asked of one agency: the fields, and why that agency, where it differs from the purpose of the enquiry. */
export type AskedOf = {
  readonly agencyId: Id;
  readonly fields: readonly string[];
  readonly purpose?: string | undefined;
};

/** An agency that may be asked, and for what. */
export type Askable = {
  readonly id: Id;
  readonly kind: AgencyKind;
  readonly title: string;
  readonly fields: readonly { readonly code: string; readonly label: string }[];
  readonly sitsInMash: boolean;
};

/** What is asked, without the agencies of which nothing is asked. Nothing can be asked that the profile does not list for that kind. */
export function ask(checks: readonly AskedOf[], askable: readonly Askable[]): Outcome<readonly AskedOf[]> {
  const asked = checks.filter((check) => check.fields.length > 0);
  const [first] = asked;
  if (first === undefined)
    return refused({ field: 'checks', message: 'Tick what to ask, of at least one agency' });
  const stray = asked.find((check) => !isListed(check, askable));
  if (stray !== undefined || new Set(asked.map((check) => check.agencyId)).size < asked.length)
    return refused({ field: 'checks', message: 'Ask each agency once, and only what is listed for it' });
  return done(asked);
}

function isListed(check: AskedOf, askable: readonly Askable[]): boolean {
  const agency = askable.find((one) => one.id === check.agencyId);
  return agency !== undefined && check.fields.every((code) => agency.fields.some((one) => one.code === code));
}

/** Somebody named to a partner, so that they look for the right person and for nobody else. */
export type NamedToPartner = {
  readonly name: string;
  readonly bornOn?: Day | undefined;
  readonly dueOn?: Day | undefined;
};

/** What a partner is told about whom it is asked: names and birth dates, as known when it was asked, and no word of what was said. */
export function askedAbout(
  children: readonly NamedToPartner[],
  adults: readonly NamedToPartner[],
  today: Day,
): string {
  const lines = [...children, ...adults.map((adult) => ({ ...adult, name: `${adult.name}, adult` }))];
  return lines.map((one) => `${one.name}${birthOf(one, today)}`).join('\n');
}

function birthOf({ bornOn, dueOn }: NamedToPartner, today: Day): string {
  if (bornOn !== undefined) return `, born ${dayInFull(bornOn)}`;
  return dueOn === undefined ? ', date of birth not known' : `, ${ageInWords({ dueOn }, today)}`;
}

/** One agency asked, and what it answered: what stands side by side on the contact and in the meeting. */
export type PartnerAnswer = {
  readonly checkId: Id;
  readonly agencyTitle: string;
  readonly agencyKind: AgencyKind | undefined;
  readonly askedAbout: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly withdrawnAt: Date | undefined;
  readonly answer:
    | {
        readonly holds: boolean;
        readonly words: string;
        readonly answeredBy: string;
        readonly answeredAt: Date;
      }
    | undefined;
};

/** Asked, neither answered nor withdrawn. */
export function isWaiting(check: Pick<PartnerAnswer, 'answer' | 'withdrawnAt'>): boolean {
  return check.answer === undefined && check.withdrawnAt === undefined;
}

/** The labels of what an agency was asked for; a code that the profile no longer lists is shown as it stands. */
export function fieldsInWords(
  profile: Profile,
  check: Pick<PartnerAnswer, 'agencyKind' | 'fields'>,
): readonly string[] {
  const listed = check.agencyKind === undefined ? [] : profile.agencyRules[check.agencyKind].fields;
  return check.fields.map((code) => listed.find((one) => one.code === code)?.label ?? code);
}
