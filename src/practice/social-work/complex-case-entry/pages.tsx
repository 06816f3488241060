import type { Id } from '../../../language/id.ts';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { SelectInput } from '../../../platform/html/choices.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { DayInput, TextInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import type { Typed } from '../../people/person-facts/index.ts';
import type { ComplexCase } from '../complex-case/index.ts';
import { WritingPage } from '../written-together/index.ts';
import { MOST_AGENCIES } from './actions.ts';

type Agencies = readonly { readonly id: Id; readonly title: string }[];

/** The questions about an agency that takes part. */
export function AgencyQuestions({ at, agencies }: { at: string; agencies: Agencies }) {
  return (
    <>
      <SelectInput
        name={`${at}agencyId`}
        label="Which agency?"
        empty="Select an agency"
        options={agencies.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextInput name={`${at}named`} label="Or which other?" width={30} />
      <TextInput name={`${at}who`} label="Who of it?" width={30} />
    </>
  );
}

/** A manager puts a child on the register. */
export function EnterPage(
  props: Typed & {
    child: { readonly id: Id; readonly name: string };
    open: ComplexCase | undefined;
    workers: readonly { readonly id: Id; readonly name: string }[];
    agencies: Agencies;
    draft: { readonly url: string; readonly version: number };
  },
) {
  const { child, open, workers, agencies } = props;
  const back = { href: `/people/${child.id}/periods-of-service`, words: 'Back to the periods of service' };
  return (
    <WritingPage
      {...props}
      title="Put on the register of complex cases"
      to={`/people/${child.id}/complex-cases`}
      back={back}
      send={<SubmitButton busyWords="Deciding">Put it on the register</SubmitButton>}
    >
      {open !== undefined && (
        <p>
          They are on the register already. <Link href={`/complex-cases/${open.id}`}>The complex case</Link>
        </p>
      )}
      <Panel title="The decision">
        <WordsInput name="why" label="What makes it complex, and what more does it need?" rows={5} />
        <DayInput name="enteredOn" label="On which day was it decided?" />
        <SelectInput
          name="leadId"
          label="Who leads?"
          empty="Select a member of staff"
          options={workers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Panel>
      <Panel title="Which agencies take part?">
        <p class="c-small">Leave empty what is not needed. More can be added later.</p>
        {Array.from({ length: MOST_AGENCIES }, (_, place) => (
          <div key={`agency ${place + 1}`} class="c-panel__part">
            <AgencyQuestions at={`agencies.${place}.`} agencies={agencies} />
          </div>
        ))}
      </Panel>
    </WritingPage>
  );
}
