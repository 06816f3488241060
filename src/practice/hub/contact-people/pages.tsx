import { ageInWords } from '../../../language/age.ts';
import { dayInFull } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { type Fact, Facts } from '../../../platform/html/facts.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { Flag } from '../../../platform/html/tags.tsx';
import type { Context } from '../../../platform/web/context.ts';
import { type CodeSet, labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import { FAMILY_PERMISSION } from '../../../profile/code-sets/family-permission.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { PARISHES } from '../../../profile/code-sets/parishes.ts';
import { PARENTAL_RESPONSIBILITY } from '../../../profile/code-sets/relationships.ts';
import { SAFE_WAYS } from '../../../profile/code-sets/safe-contact.ts';
import type { PersonBrief } from '../../people/person/index.ts';
import { type Contact, type ContactChild, childNamed, type FamilyMember } from '../contact/index.ts';

/** What a page shows of the people of a contact, and to whom. */
export type PeopleShown = {
  readonly contact: Contact;
  readonly briefs: ReadonlyMap<Id, PersonBrief>;
  readonly context: Context;
  readonly today: Day;
};

/** Each child as whoever told us named them, and the person on record it is, or the way to find out. */
export function ChildrenOf(shown: PeopleShown) {
  const { contact } = shown;
  return (
    <ul class="c-people">
      {contact.children.map((child) => (
        <li key={child.id}>
          <h3 class="c-people__name">{childNamed(child)}</h3>
          <OnRecord child={child} {...shown} />
          <Facts facts={factsOf(child, shown)} />
        </li>
      ))}
    </ul>
  );
}

function OnRecord({ contact, child, briefs, context }: PeopleShown & { child: ContactChild }) {
  const brief = child.personId === undefined ? undefined : briefs.get(child.personId);
  const path = `/contacts/${contact.id}/children/${child.id}/identification`;
  const mayIdentify = context.viewer.permissions.has('contact: link');
  if (brief !== undefined)
    return (
      <p class="c-people__record">
        On record as <Link href={`/people/${brief.id}`}>{brief.name || 'a child not named'}</Link>,{' '}
        {brief.number}
        {mayIdentify && (
          <>
            {' '}
            <Link href={path} class="govuk-link c-small">
              Somebody else?
            </Link>
          </>
        )}
      </p>
    );
  return (
    <p class="c-people__record">
      Not matched to the record yet. {mayIdentify && <Link href={path}>Find out who this is</Link>}
    </p>
  );
}

function factsOf(child: ContactChild, { today }: PeopleShown): readonly Fact[] {
  return [
    ['Also known as', child.alsoKnownAs],
    ['Born', child.bornOn && `${dayInFull(child.bornOn)}, ${ageInWords({ bornOn: child.bornOn }, today)}`],
    ['Due', child.dueOn && dayInFull(child.dueOn)],
    ['Age, as said', child.bornOn === undefined ? child.ageSaid : undefined],
    ['Languages', labels(LANGUAGES, child.languages)],
    ['School or nursery', child.school],
    ['GP', child.generalPractice],
    ['Address', child.placeWithheld ? 'Guarded. Ask the MASH decision maker.' : child.address],
    ['Parish', child.parish === undefined ? undefined : labelOf(PARISHES, child.parish)],
  ];
}

/** The family as whoever told us named them; what is not safe to do or say stands first. */
export function FamilyOf({ contact }: PeopleShown) {
  return (
    <ul class="c-people">
      {contact.familyMembers.map((member) => (
        <li key={member.id}>
          <h3 class="c-people__name">
            {member.name} <span class="c-small">{member.relation}</span>
          </h3>
          {member.riskToStaff !== undefined && <Flag colour="red">{member.riskToStaff}</Flag>}
          <Facts facts={memberFacts(member)} />
        </li>
      ))}
    </ul>
  );
}

function memberFacts(member: FamilyMember): readonly Fact[] {
  return [
    ['Born', member.bornOn && dayInFull(member.bornOn)],
    [
      'Parental responsibility',
      labelOf(PARENTAL_RESPONSIBILITY, member.parentalResponsibility ?? 'not known'),
    ],
    ['At home', member.inHome === undefined ? undefined : yesNo(member.inHome)],
    ['Telephone', member.telephone],
    ['Language', member.language === undefined ? undefined : labelOf(LANGUAGES, member.language)],
    ['Safe to reach by', labels(SAFE_WAYS, member.safeWays)],
    ['Safe times', member.safeTimes],
    ['Not to say', member.notToSay],
  ];
}

/** Who told us, as far as the viewer may know them. */
export function WhoToldUs({ contact }: { contact: Contact }) {
  const source = labelOf(CONTACT_SOURCES, contact.source);
  const { referrer } = contact;
  if (referrer === undefined) return <p>{source}. Who it was is shown only to those who must know.</p>;
  const named = referrer.mayBeNamed;
  return (
    <>
      {named === false && <Flag>Do not tell the family who told us</Flag>}
      <Facts
        facts={[
          ['Kind', source],
          ['Name', referrer.name ?? (referrer.kind === 'anonymous' ? 'Not given' : undefined)],
          ['Role', referrer.role],
          ['Works at', referrer.agencyNamed],
          ['To the child', referrer.relationToChild],
          ['Telephone', referrer.telephone],
          ['Email', referrer.email],
          ['Language', referrer.language === undefined ? undefined : labelOf(LANGUAGES, referrer.language)],
          ['Safe to reach by', labels(SAFE_WAYS, referrer.safeWays)],
          ['Safe times', referrer.safeTimes],
          ['Not to say', referrer.notToSay],
          ['Family may be told who', named === undefined ? 'Not asked' : yesNo(named)],
        ]}
      />
    </>
  );
}

/** Under the words: who said them, and what the family knows. */
export function tellerInWords(contact: Contact): string {
  const { referrer, familyKnows, permission, permissionWords } = contact;
  const who = [
    referrer?.name,
    referrer?.role,
    referrer?.agencyNamed ?? referrer?.relationToChild ?? labelOf(CONTACT_SOURCES, contact.source),
  ];
  const knows = { true: 'The family knows of this.', false: 'The family does not know of this.' };
  const allowed = `Permission to ask others: ${labelOf(FAMILY_PERMISSION, permission ?? 'not asked').toLowerCase()}.`;
  return [
    `${who.filter(Boolean).join(', ')}.`,
    familyKnows === undefined ? '' : knows[`${familyKnows}`],
    allowed,
    permissionWords ?? '',
  ]
    .filter(Boolean)
    .join(' ');
}

function labels(set: CodeSet, codes: readonly string[] | undefined): string | undefined {
  return codes?.map((code) => labelOf(set, code)).join(', ');
}

function yesNo(fact: boolean): string {
  return fact ? 'Yes' : 'No';
}
