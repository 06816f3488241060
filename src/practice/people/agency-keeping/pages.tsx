import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import { Radios, SelectInput } from '../../../platform/html/choices.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import { DayInput, TextInput } from '../../../platform/html/text-inputs.tsx';
import { AGENCY_KINDS } from '../../../profile/code-sets/agency-kinds.ts';
import { isCode, labelOf } from '../../../profile/code-sets/code-set.ts';
import { type Done, DonePanel } from '../administration/index.ts';
import { type Agreement, standingOf } from './rules.ts';
import type { AgencyKept, Partner } from './store.ts';

/** The partner agencies, with their agreements and how many sign in for each. */
export function AgenciesPage(props: {
  agencies: readonly AgencyKept[];
  partners: readonly Partner[];
  today: Day;
}) {
  const { agencies, partners, today } = props;
  return (
    <>
      <PageHead
        title="Partner agencies"
        above={<Link href="/directory">Directory</Link>}
        below="Nobody of an agency gets in before its agreement begins, or after its last day."
        actions={<ButtonLink href="/agencies/new">Add an agency</ButtonLink>}
      />
      <Panel flush>
        <Table
          caption="Partner agencies"
          columns={[
            { head: 'Agency', isName: true, narrow: 'lead' },
            { head: 'Kind', narrow: 'labelled' },
            { head: 'Agreement', narrow: 'labelled' },
            { head: 'People', kind: 'numeric', narrow: 'labelled' },
          ]}
          rows={agencies.map((agency) => ({
            id: `agency-${agency.id}`,
            cells: [
              <Link key="title" href={`/agencies/${agency.id}`}>
                {agency.title}
              </Link>,
              kindInWords(agency.kind),
              agreementInWords(agency, today),
              String(
                new Set(
                  partners.filter(({ agencyId }) => agencyId === agency.id).map(({ staffId }) => staffId),
                ).size,
              ),
            ],
          }))}
        />
      </Panel>
    </>
  );
}

/** One agency: its agreement, and who signs in for it. */
export function AgencyPage(props: {
  agency: AgencyKept;
  partners: readonly Partner[];
  done: readonly Done[];
  today: Day;
  mayKeepStaff: boolean;
}) {
  const { agency, partners, done, today, mayKeepStaff } = props;
  return (
    <>
      <PageHead
        title={agency.title}
        above={<Link href="/agencies">Partner agencies</Link>}
        below={kindInWords(agency.kind)}
      />
      <WithAside
        aside={
          <>
            <Panel
              title="Agreement"
              link={<Link href={`/agencies/${agency.id}/agreement/new`}>Change it</Link>}
            >
              <p>
                {standingOf(agency, today) === 'over' && <Tag colour="red">Over</Tag>}{' '}
                {agreementInWords(agency, today)}
              </p>
            </Panel>
            <DonePanel done={done} today={today} />
          </>
        }
      >
        <Panel title="Who signs in for it">
          {partners.length === 0 ? (
            <p>Nobody yet.</p>
          ) : (
            <Table
              caption="People of the agency"
              columns={[
                { head: 'Name', isName: true, narrow: 'lead' },
                { head: 'Post', narrow: 'full' },
              ]}
              rows={partners.map((one) => ({
                id: `partner-${one.staffId}`,
                cells: [
                  mayKeepStaff ? (
                    <Link key="name" href={`/staff/${one.staffId}`}>
                      {one.name}
                    </Link>
                  ) : (
                    one.name
                  ),
                  one.post,
                ],
              }))}
            />
          )}
        </Panel>
      </WithAside>
    </>
  );
}

function kindInWords(kind: string): string {
  return isCode(AGENCY_KINDS, kind) ? labelOf(AGENCY_KINDS, kind) : kind;
}

function agreementInWords(agreement: Agreement, today: Day): string {
  const { agreedOn, endedOn } = agreement;
  const standing = standingOf(agreement, today);
  if (standing === 'over') return `Ended, last day ${dayInWords(endedOn ?? today, today)}`;
  const from =
    agreedOn === undefined
      ? 'Stands'
      : `${standing === 'to come' ? 'From' : 'Since'} ${dayInWords(agreedOn, today)}`;
  return endedOn === undefined ? `${from}, no end` : `${from}, last day ${dayInWords(endedOn, today)}`;
}

const EXAMPLE = 'For example, 27 3 2027';

/** The questions about an agreement. */
export function AgreementQuestions() {
  return (
    <>
      <DayInput name="agreedOn" label="First day (optional)" hint={EXAMPLE} />
      <Radios
        name="until"
        label="Until when does it stand?"
        small
        options={[
          { value: 'no end', label: 'No end is set' },
          {
            value: 'on a day',
            label: 'Until a last day',
            followUp: <DayInput name="endedOn" label="Last day" hint={EXAMPLE} />,
          },
          { value: 'now', label: 'It ends now', hint: 'Whoever is signed in for the agency is out at once' },
        ]}
      />
    </>
  );
}

/** The questions about a new agency. */
export function NewAgencyQuestions() {
  return (
    <>
      <TextInput name="title" label="What is it called?" />
      <SelectInput
        name="kind"
        label="What kind of agency is it?"
        empty="Select"
        options={AGENCY_KINDS.codes.map(({ code, label }) => ({ value: code, label }))}
      />
      <AgreementQuestions />
    </>
  );
}
