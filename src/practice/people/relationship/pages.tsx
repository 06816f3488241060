import type { Day } from '../../../language/day.ts';
import { Checkboxes, Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { DayInput } from '../../../platform/html/text-inputs.tsx';
import { PARENTAL_RESPONSIBILITY, RELATIONSHIPS } from '../../../profile/code-sets/relationships.ts';
import { FindSomebody } from '../kept-search/index.ts';
import { namedWithAge, type Person, type PersonBrief } from '../person/index.ts';
import { FactPage, optionsOf, type Typed } from '../person-facts/index.ts';

export type Found = { readonly person: PersonBrief; readonly why: string };

type RelationshipPageProps = Typed & {
  readonly person: Person;
  readonly searched: string;
  /** The number of what was searched for. */
  readonly search: string | undefined;
  readonly found: readonly Found[];
  readonly today: Day;
  readonly draft: { readonly url: string; readonly version: number };
};

/** Find the other person first; then say who they are. */
export function RelationshipPage(props: RelationshipPageProps) {
  const { person, searched, found } = props;
  if (found.length === 0) {
    return (
      <>
        <PageHead
          title="Add somebody of the family"
          above={<Link href={`/people/${person.id}`}>{person.name}</Link>}
        />
        <div class="c-form-column">
          <Panel>
            <FindSomebody at="relationship" person={person.id} searched={searched} />
            {searched !== '' && (
              <p>
                Nobody found for “{searched}”. Somebody comes on record with a contact about them or their
                family.
              </p>
            )}
          </Panel>
        </div>
      </>
    );
  }
  return (
    <FactPage {...props} title="Add somebody of the family" path={pathOf(props.search)}>
      <Questions {...props} />
    </FactPage>
  );
}

/** What was searched for goes along, so that a page that asks again shows the same people. */
function pathOf(search: string | undefined): string {
  return search === undefined ? 'relationships' : `relationships?search=${search}`;
}

function Questions({ person, found, today }: RelationshipPageProps) {
  return (
    <>
      <Radios
        name="otherId"
        label="Who is it?"
        small
        options={found.map((one) => ({
          value: one.person.id,
          label: namedWithAge(one.person, today),
          hint: `${one.person.number}. ${one.why}.`,
        }))}
      />
      <SelectInput
        name="relationship"
        label={`What are they to ${person.name}?`}
        empty="Select"
        options={optionsOf(RELATIONSHIPS.codes)}
      />
      <Radios
        name="parentalResponsibility"
        label={`Do they hold parental responsibility for ${person.name}?`}
        hint="Only what somebody said or showed. It is never inferred."
        options={optionsOf(PARENTAL_RESPONSIBILITY.codes)}
        small
      />
      <Checkboxes
        name="sameHousehold"
        label="Where do they live?"
        options={[{ value: 'yes', label: 'In the same household' }]}
        small
      />
      <DayInput name="fromOn" label="Since when, if that is known" />
    </>
  );
}
