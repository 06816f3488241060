import type { Day } from '../../../language/day.ts';
import type { Problem } from '../../../language/outcome.ts';
import { HiddenInputs, SubmitButton } from '../../../platform/html/buttons.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { FindSomebody } from '../kept-search/index.ts';
import { dayOfLife, namedWithAge, type Person, type PersonBrief } from '../person/index.ts';

type Props = {
  readonly person: Person;
  readonly searched: string;
  readonly found: readonly { readonly person: PersonBrief; readonly why: string }[];
  readonly problems: readonly Problem[];
  readonly today: Day;
};

/** Finds the other record, and puts the two beside each other. */
export function AskingPage({ person, searched, found, problems, today }: Props) {
  return (
    <>
      <PageHead
        title="Same person as another?"
        above={<Link href={`/people/${person.id}/details`}>Details</Link>}
        below={`Find the other record that may be of ${person.name}. The two are then shown beside each other; nothing is changed by it.`}
      />
      <ErrorSummary problems={problems} />
      <Panel>
        <FindSomebody at="same person" person={person.id} searched={searched} />
        {searched !== '' && found.length === 0 && <p>Nobody else found for “{searched}”.</p>}
      </Panel>
      {found.length > 0 && (
        <Panel flush>
          <Table
            caption="Who was found"
            columns={[
              { head: 'Person', isName: true, narrow: 'lead' },
              { head: 'Number', narrow: 'labelled' },
              { head: 'Born', narrow: 'labelled' },
              { head: 'Found by', narrow: 'full' },
              { head: 'Compare', narrow: 'end' },
            ]}
            rows={found.map((one) => ({
              id: one.person.id,
              cells: [
                <Link key="who" href={`/people/${one.person.id}`}>
                  {namedWithAge(one.person, today)}
                </Link>,
                one.person.number,
                one.person.bornOn === undefined ? 'Not known' : dayOfLife(one.person.bornOn),
                one.why,
                <ActionForm key="compare" to={`/people/${person.id}/duplicates`}>
                  <HiddenInputs values={{ otherId: one.person.id }} />
                  <SubmitButton kind="secondary" size="compact" busyWords="Comparing">
                    Compare
                    <span class="c-hidden">
                      {' '}
                      with {one.person.name}, {one.person.number}
                    </span>
                  </SubmitButton>
                </ActionForm>,
              ],
            }))}
          />
        </Panel>
      )}
    </>
  );
}
