import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import { ButtonGroup, HiddenInputs, SubmitButton } from '../../../platform/html/buttons.tsx';
import { Checkboxes, type Option, Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { Inset } from '../../../platform/html/disclosure.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel, PanelPart, WithAside } from '../../../platform/html/panel.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Context } from '../../../platform/web/context.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { PARISHES } from '../../../profile/code-sets/parishes.ts';
import { PARENTAL_RESPONSIBILITY, RELATIONSHIPS } from '../../../profile/code-sets/relationships.ts';
import { SEXES } from '../../../profile/code-sets/sexes.ts';
import { dayOfLife, namedWithAge, type PersonBrief } from '../../people/person/index.ts';
import { type Hit, reasonsInWords } from '../../people/search/index.ts';
import { type ContactChild, childNamed, type FamilyMember } from '../contact/index.ts';
import { relationshipSaid, responsibilitySaid } from '../named-person/index.ts';
import { type Followed, GoesAlong } from '../what-follows/index.ts';
import { NOBODY_OF_THESE } from './rules.ts';
import type { Candidates, Identifying } from './store.ts';

export type IdentificationPageProps = {
  readonly subject: Identifying;
  readonly candidates: Candidates;
  readonly briefs: ReadonlyMap<Id, PersonBrief>;
  readonly parishes: ReadonlyMap<Id, string>;
  readonly seen: string;
  readonly followed: Followed;
  readonly worker: string | undefined;
  readonly context: Pick<Context, 'today' | 'viewer'>;
  readonly today: Day;
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
};

/** What was said of a child beside everybody on record who might be meant. */
export function IdentificationPage(props: IdentificationPageProps) {
  const { contact, child } = props.subject;
  const name = childNamed(child);
  return (
    <>
      <PageHead
        title={`Who is ${name.startsWith('A child') || name === 'Unborn child' ? 'this child' : name}?`}
        above={<Link href={`/contacts/${contact.id}`}>{contact.reference}</Link>}
        below="Compare what was said with who is on record. A child with two records is a child half known."
      />
      <ErrorSummary problems={props.problems} />
      <WithAside aside={<WhatWasSaid child={child} family={contact.familyMembers} />}>
        {child.personId !== undefined && <IdentifiedAlready {...props} personId={child.personId} />}
        <Panel>
          <IdentificationForm {...props} />
        </Panel>
      </WithAside>
    </>
  );
}

function IdentifiedAlready({ briefs, personId, today }: IdentificationPageProps & { personId: Id }) {
  const person = briefs.get(personId);
  return (
    <Inset>
      This child is identified as{' '}
      {person ? <Link href={`/people/${person.id}`}>{namedWithAge(person, today)}</Link> : 'somebody'}
      {person && `, ${person.number}`}. Choose anew only if that was a mistake, and say why.
    </Inset>
  );
}

function IdentificationForm(props: IdentificationPageProps) {
  const { subject, candidates, values, problems, seen } = props;
  const { contact, child } = subject;
  return (
    <ActionForm to={`/contacts/${contact.id}/children/${child.id}/identification`}>
      <HiddenInputs values={{ candidatesSeen: seen }} />
      <Radios
        name="choice"
        label="Who is this?"
        hint={
          candidates.child.length === 0
            ? 'Nobody on record comes near.'
            : 'The likeliest first, with the reason.'
        }
        value={valueIn(values, 'choice')}
        problems={problems}
        small
        options={[
          ...candidates.child.map((hit) => optionOf(hit, props)),
          nobody('Put on record with what was said'),
        ]}
      />
      <LookAt hits={candidates.child} {...props} />
      <IfOnRecord {...props} />
      {contact.familyMembers.map((member, index) => (
        <MemberChoice key={member.id} member={member} index={index} {...props} />
      ))}
      <ButtonGroup>
        <SubmitButton busyWords="Keeping">Keep this</SubmitButton>
        <Link href={`/contacts/${contact.id}`}>Back to the contact</Link>
      </ButtonGroup>
    </ActionForm>
  );
}

/** What is asked only of some children: guarding an address that was said, and the reason of a mistake. */
function IfOnRecord(props: IdentificationPageProps) {
  const { values, problems } = props;
  const { child } = props.subject;
  return (
    <>
      {child.address !== undefined && (
        <Checkboxes
          name="guarded"
          label="If they are put on record: their address"
          options={[
            {
              value: 'yes',
              label: 'Guard the address',
              hint: 'Somebody could be harmed if it were known. Only few roles then read it.',
            },
          ]}
          values={valueIn(values, 'guarded') === 'yes' ? ['yes'] : []}
          problems={problems}
          small
        />
      )}
      {child.personId !== undefined && <GoesAlong {...props} />}
      {child.personId !== undefined && (
        <WordsInput
          name="reason"
          label="Why were they taken for somebody else?"
          rows={3}
          value={valueIn(values, 'reason')}
          problems={problems}
        />
      )}
    </>
  );
}

/** A member of the family comes on record only where somebody says so; else they stay what was said. */
function MemberChoice(props: IdentificationPageProps & { member: FamilyMember; index: number }) {
  const { member, index, candidates, values, problems } = props;
  const control = (name: string) => `members.${index}.${name}`;
  const hits = candidates.members.get(member.id) ?? [];
  return (
    <PanelPart title={`${member.name}, ${member.relation}`}>
      <HiddenInputs values={{ [control('memberId')]: member.id }} />
      <Radios
        name={control('choice')}
        label="Put them on record with the child?"
        value={valueIn(values, control('choice'))}
        problems={problems}
        small
        options={[
          { value: '', label: 'Leave it as it was said' },
          ...hits.map((hit) => optionOf(hit, props)),
          nobody('Put on record with what was said'),
        ]}
      />
      <SelectInput
        name={control('relationship')}
        label="What they are to the child"
        empty="Select"
        value={valueIn(values, control('relationship')) ?? relationshipSaid(member.relation)}
        problems={problems}
        options={RELATIONSHIPS.codes.map(({ code, label }) => ({ value: code, label }))}
      />
      <SelectInput
        name={control('parentalResponsibility')}
        label="Parental responsibility"
        empty="Not asked"
        value={
          valueIn(values, control('parentalResponsibility')) ??
          responsibilitySaid(member.parentalResponsibility)
        }
        problems={problems}
        options={PARENTAL_RESPONSIBILITY.codes.map(({ code, label }) => ({ value: code, label }))}
      />
    </PanelPart>
  );
}

function nobody(hint: string): Option {
  return { value: NOBODY_OF_THESE, label: 'Nobody of these', hint };
}

function optionOf(hit: Hit, { briefs, parishes, today }: IdentificationPageProps): Option {
  const person = briefs.get(hit.id);
  const parish = parishes.get(hit.id);
  if (person === undefined) return { value: hit.id, label: 'Somebody' };
  const facts = [
    person.number,
    person.bornOn && `born ${dayOfLife(person.bornOn)}`,
    parish && labelOf(PARISHES, parish),
  ].filter(Boolean);
  return {
    value: hit.id,
    label: namedWithAge(person, today),
    hint: `${facts.join(', ')}. ${reasonsInWords(hit.reasons)}.`,
  };
}

function LookAt({ hits, briefs, today }: IdentificationPageProps & { hits: readonly Hit[] }) {
  const persons = hits.flatMap(({ id }) => briefs.get(id) ?? []);
  if (persons.length === 0) return null;
  return (
    <p class="c-small">
      Look at the record first:{' '}
      {persons.map((person, index) => (
        <span key={person.id}>
          {index > 0 && ', '}
          <Link href={`/people/${person.id}`}>{namedWithAge(person, today)}</Link>
        </span>
      ))}
    </p>
  );
}

function WhatWasSaid({ child, family }: { child: ContactChild; family: readonly FamilyMember[] }) {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Name', childNamed(child)],
    ['Also known as', child.alsoKnownAs],
    ['Born', child.bornOn && dayOfLife(child.bornOn)],
    ['Due', child.dueOn && dayOfLife(child.dueOn)],
    ['Age', child.ageSaid],
    ['Sex', child.sex && labelOf(SEXES, child.sex)],
    ['Languages', child.languages?.map((language) => labelOf(LANGUAGES, language)).join(', ')],
    ['School', child.school],
    ['Doctor', child.generalPractice],
    ['Address', child.address],
    ['Parish', child.parish && labelOf(PARISHES, child.parish)],
    ...family.map(
      (member) => [member.relation, [member.name, member.telephone].filter(Boolean).join(', ')] as const,
    ),
  ];
  return (
    <Panel title="What was said">
      <SummaryList plain lines={lines.flatMap(([label, value]) => (value ? [{ label, value }] : []))} />
    </Panel>
  );
}
