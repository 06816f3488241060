import type { ComponentChildren } from 'preact';
import { dayInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import { Link } from '../../../platform/html/links.tsx';
import { type SummaryLine, SummaryList } from '../../../platform/html/lists.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import { labelOf, rowOf } from '../../../profile/code-sets/code-set.ts';
import { PROVENANCES } from '../../../profile/code-sets/correction-reasons.ts';
import { DISABILITIES } from '../../../profile/code-sets/disabilities.ts';
import { ETHNICITIES } from '../../../profile/code-sets/ethnicities.ts';
import { INTERPRETER_NEEDS, LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { PARISHES } from '../../../profile/code-sets/parishes.ts';
import { NAME_KINDS } from '../../../profile/code-sets/person-details.ts';
import { PARENTAL_RESPONSIBILITY, RELATIONSHIPS } from '../../../profile/code-sets/relationships.ts';
import { GENDERS, SEXES } from '../../../profile/code-sets/sexes.ts';
import { dayOfLife, namedWithAge, nameInWords, type Standing } from '../person/index.ts';
import type { Address, OnRecord, Relative, While } from './store.ts';

/** Who said a fact and since when it stands here, quietly under it. */
function Said({ provenance, recordedAt, today }: Standing & { today: Day }) {
  return (
    <div class="c-small">
      {labelOf(PROVENANCES, provenance)}, recorded {dayInWords(dayOf(recordedAt), today)}
    </div>
  );
}

type Adding = Pick<OnRecord, 'mayAdd'> & { readonly person: Pick<OnRecord['person'], 'id'> };

function AddLink({ props, to, words }: { props: Adding; to: string; words: string }) {
  return props.mayAdd ? <Link href={`/people/${props.person.id}/${to}/new`}>{words}</Link> : null;
}

/** Household and relatives, each with what they are to this person. */
export function FamilyPanel(props: OnRecord) {
  const { relatives, household, today } = props;
  const known = new Set(relatives.map(({ person }) => person.id));
  const lines = [
    ...relatives.map((relative) => relativeLine(relative, props)),
    ...household
      .filter(({ id }) => !known.has(id))
      .map((one) => ({
        label: 'Same household',
        value: <Link href={`/people/${one.id}`}>{namedWithAge(one, today)}</Link>,
      })),
  ];
  return (
    <Panel
      title="Family and household"
      link={<Link href={`/people/${props.person.id}/household`}>Household over time</Link>}
    >
      {lines.length === 0 ? (
        <p class="c-small">Nobody of the family is on record yet.</p>
      ) : (
        <Facts lines={lines} />
      )}
      <AddLink props={props} to="relationships" words="Add somebody" />
    </Panel>
  );
}

function relativeLine(relative: Relative, { household, today }: OnRecord): SummaryLine {
  const asks = rowOf(RELATIONSHIPS, relative.kind)?.asksParentalResponsibility === true;
  const notes = [
    asks &&
      relative.parentalResponsibility !== 'not asked' &&
      `Parental responsibility: ${labelOf(PARENTAL_RESPONSIBILITY, relative.parentalResponsibility).toLowerCase()}`,
    household.some(({ id }) => id === relative.person.id) && 'same household',
    whileInWords(relative),
  ].filter(Boolean);
  return {
    label: labelOf(RELATIONSHIPS, relative.kind),
    value: (
      <>
        <Link href={`/people/${relative.person.id}`}>{namedWithAge(relative.person, today)}</Link>
        {notes.length > 0 && <div>{notes.join(', ')}</div>}
        <Said {...relative} today={today} />
      </>
    ),
  };
}

/** Where they live and lived. Who may not read a guarded address is told whom to ask, and nothing else. */
export function AddressesPanel(props: Adding & Pick<OnRecord, 'addresses' | 'addressIsGuarded' | 'today'>) {
  const { addresses, addressIsGuarded, today } = props;
  const hidden =
    addressIsGuarded && !addresses.some(({ guarded, untilOn }) => guarded && untilOn === undefined);
  return (
    <Panel title="Addresses" link={<AddLink props={props} to="addresses" words="Add an address" />}>
      {hidden && (
        <p>
          <Tag colour="amber" icon="warning">
            Guarded
          </Tag>{' '}
          An address is guarded. Ask the MASH decision maker.
        </p>
      )}
      {addresses.length > 0 && <Facts lines={addresses.map((address) => addressLine(address, today))} />}
      {addresses.length === 0 && !hidden && <p class="c-small">No address is on record yet.</p>}
    </Panel>
  );
}

function addressLine(address: Address, today: Day): SummaryLine {
  return {
    label: address.untilOn === undefined ? 'Lives at' : 'Lived at',
    value: (
      <>
        {[address.lines, address.postcode].filter(Boolean).join(', ')}
        <div>
          {[address.parish && labelOf(PARISHES, address.parish), whileInWords(address)]
            .filter(Boolean)
            .join(', ')}
        </div>
        {address.why !== undefined && <div class="c-lines">{address.why}</div>}
        {address.guarded && (
          <div>
            <Tag colour="amber" icon="warning">
              Guarded
            </Tag>{' '}
            Do not pass it on, and do not write it in a letter.
          </div>
        )}
        <Said {...address} today={today} />
      </>
    ),
  };
}

/** How they are reached, safe ways first. */
export function ReachPanel(props: OnRecord) {
  const { details, safeContact, today } = props;
  const lines: SummaryLine[] = details.map((one) => ({
    label: one.kind === 'email' ? 'Email' : 'Telephone',
    value: (
      <>
        {one.value}
        <Said {...one} today={today} />
      </>
    ),
  }));
  return (
    <Panel title="How to reach them" link={<AddLink props={props} to="contact-details" words="Add" />}>
      {safeContact === undefined ? (
        <p>
          Nobody has asked how it is safe to reach them.{' '}
          <AddLink props={props} to="safe-contact" words="Say how" />
        </p>
      ) : (
        <div>
          What is safe stands in the band above.{' '}
          <AddLink props={props} to="safe-contact" words="Say it anew" />
          <Said {...safeContact} today={today} />
        </div>
      )}
      {lines.length > 0 && <Facts lines={lines} />}
    </Panel>
  );
}

/** Names, languages, school and practice, and who they are. */
export function AboutPanel(props: OnRecord) {
  const { person, attendances, today } = props;
  const names = person.names.map((name) => ({
    label: labelOf(NAME_KINDS, name.kind),
    value: (
      <>
        {nameInWords(name)}
        <Said {...name} today={today} />
      </>
    ),
  }));
  return (
    <>
      <Panel title="Names" link={<AddLink props={props} to="names" words="Add a name" />}>
        {names.length === 0 ? <p class="c-small">No name yet.</p> : <Facts lines={names} />}
      </Panel>
      <Panel title="School and health" link={<AddLink props={props} to="attendances" words="Add" />}>
        {attendances.length === 0 ? (
          <p class="c-small">Neither school nor doctor is on record yet.</p>
        ) : (
          <Facts
            lines={attendances.map((one) => ({
              label: ATTENDANCE_WORDS[one.kind] ?? one.kind,
              value: [one.title, whileInWords(one)].filter(Boolean).join(', '),
            }))}
          />
        )}
      </Panel>
      <Panel title="About them">
        <Facts lines={aboutLines(props)} />
        <Said {...person} today={today} />
      </Panel>
    </>
  );
}

const ATTENDANCE_WORDS: Readonly<Record<string, string>> = {
  school: 'School or nursery',
  'general practice': 'Doctor',
  'health visitor': 'Health visitor',
};

function aboutLines({ person, languages }: OnRecord): readonly SummaryLine[] {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Languages', languages.map((language) => labelOf(LANGUAGES, language)).join(', ')],
    ['Interpreter', person.interpreter && labelOf(INTERPRETER_NEEDS, person.interpreter)],
    ['Sex', labelOf(SEXES, person.sex)],
    ['Gender', person.gender && labelOf(GENDERS, person.gender)],
    ['Ethnicity', person.ethnicity && labelOf(ETHNICITIES, person.ethnicity)],
    ['Disability', person.disabilities.map((one) => labelOf(DISABILITIES, one)).join(', ')],
    ['Religion', person.religion],
  ];
  return lines.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function Facts({ lines }: { lines: readonly (SummaryLine & { value: ComponentChildren })[] }) {
  return <SummaryList lines={lines} plain />;
}

function dayKnown(day: Day, about: boolean | undefined): string {
  return about === true ? `about ${dayOfLife(day)}` : dayOfLife(day);
}

function whileInWords(fact: While): string {
  return [
    fact.fromOn && `since ${dayKnown(fact.fromOn, fact.fromAbout)}`,
    fact.untilOn && `until ${dayKnown(fact.untilOn, fact.untilAbout)}`,
  ]
    .filter(Boolean)
    .join(' ');
}
