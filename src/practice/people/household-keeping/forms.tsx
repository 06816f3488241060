import type { Day } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { HiddenInputs } from '../../../platform/html/buttons.tsx';
import { Checkboxes, Radios } from '../../../platform/html/choices.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { HOUSEHOLD_KINDS, WEEKDAYS } from '../../../profile/code-sets/households.ts';
import { DATE_CERTAINTIES } from '../../../profile/code-sets/person-details.ts';
import { FindSomebody } from '../kept-search/index.ts';
import { CHOOSABLE_PROVENANCES, namedWithAge, type Person, type PersonBrief } from '../person/index.ts';
import { optionsOf } from '../person-facts/index.ts';

/** Beside each question why. */
export const WHY_HINT = 'The child may read it one day. That nobody knows is an answer too.';

/** Who moves in is found first: whoever is on record, and whom the viewer may see. */
export function FindingPage(props: {
  person: Person;
  searched: string;
  found: readonly { readonly person: PersonBrief; readonly why: string }[];
  today: Day;
}) {
  const { person, searched, found, today } = props;
  return (
    <>
      <PageHead
        title="Somebody moves in"
        above={<Link href={`/people/${person.id}/household`}>Household</Link>}
        below={`Find who moves in with ${person.name}, or with whom ${person.name} moves in.`}
      />
      <Panel>
        <FindSomebody at="household" person={person.id} searched={searched} />
        {searched !== '' && found.length === 0 && (
          <p>
            Nobody found for “{searched}”. Somebody comes on record with a contact about them or their family.
          </p>
        )}
      </Panel>
      {found.length > 0 && (
        <Panel flush>
          <Table
            caption="Who was found"
            columns={[
              { head: 'Person', isName: true, narrow: 'lead' },
              { head: 'Number', narrow: 'labelled' },
              { head: 'Found by', narrow: 'full' },
            ]}
            rows={found.map((one) => ({
              id: one.person.id,
              cells: [
                <Link key="who" href={`/people/${person.id}/household-memberships/new?with=${one.person.id}`}>
                  {namedWithAge(one.person, today)}
                </Link>,
                one.person.number,
                one.why,
              ],
            }))}
          />
        </Panel>
      )}
    </>
  );
}

/** A household somebody could move into, by who lives there. */
export type OpenHousehold = { readonly id: Id; readonly inWords: string };

type ComingProps = {
  readonly person: Person;
  readonly other: Person;
  readonly ofPerson: readonly OpenHousehold[];
  readonly ofOther: readonly OpenHousehold[];
};

/** The questions when somebody comes to live with somebody. */
export function ComingQuestions({ person, other, ofPerson, ofOther }: ComingProps) {
  return (
    <>
      <HiddenInputs values={{ otherId: other.id }} />
      <Radios
        name="whoMoves"
        label="Who moves in with whom?"
        options={[
          { value: 'other', label: `${other.name} moves in with ${person.name}` },
          { value: 'this', label: `${person.name} moves in with ${other.name}` },
        ]}
        small
      />
      {(ofPerson.length > 1 || ofOther.length > 1) && (
        <Radios
          name="householdId"
          label="Which household?"
          hint="Of whoever lives there already"
          options={[...ofPerson, ...ofOther].map(({ id, inWords }) => ({ value: id, label: inWords }))}
          small
        />
      )}
      <HowTheyLive />
      <Checkboxes
        name="leaves"
        label="Where they lived until now"
        options={[{ value: 'yes', label: 'They no longer live there' }]}
        small
      />
      <WhenTheyCame />
      <Provenance />
      <WordsInput name="why" label="Why?" hint={WHY_HINT} rows={3} />
    </>
  );
}

/** Whether it is their home, or on which days they are there. */
export function HowTheyLive() {
  const days = (
    <>
      <Checkboxes name="days" label="On which days?" options={optionsOf(WEEKDAYS.codes)} small />
      <TextInput name="daysWords" label="Anything to add" hint="For example: every other week" />
    </>
  );
  return (
    <Radios
      name="kind"
      label="How do they live there?"
      options={HOUSEHOLD_KINDS.codes.map(({ code, label }) => ({
        value: code,
        label,
        followUp: code === 'part of the time' ? days : undefined,
      }))}
      small
    />
  );
}

/** Since when, how sure that is, and until when. */
export function WhenTheyCame() {
  return (
    <>
      <DayInput name="movedOn" label="When did they come?" />
      <Radios
        name="sureness"
        label="How sure is the day?"
        options={optionsOf(DATE_CERTAINTIES.codes)}
        small
      />
      <DayInput
        name="leftOn"
        label="When did they leave again?"
        hint="Leave it empty if they live there now. For example, 27 3 2026"
      />
    </>
  );
}

/** Who or what said so. */
export function Provenance({ name = 'provenance' }: { name?: string }) {
  return <Radios name={name} label="Who or what said so?" options={optionsOf(CHOOSABLE_PROVENANCES)} small />;
}
