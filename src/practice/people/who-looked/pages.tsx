import { dayInFull, timeInWords } from '../../../language/dates-in-words.ts';
import { dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { Button, SubmitButton } from '../../../platform/html/buttons.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { FilterChips } from '../../../platform/html/filter-chips.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { type Paged, Paging } from '../../../platform/html/paging.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import { TextInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Refusal } from '../../../platform/web/context.ts';
import {
  type AskedLooks,
  actorInWords,
  groundInWords,
  type Look,
  type LookedAt,
  lookInWords,
} from './rules.ts';

type Props = {
  readonly record: LookedAt;
  readonly looks: readonly Look[];
  readonly lookers: readonly { readonly id: Id; readonly looks: number }[];
  readonly names: ReadonlyMap<Id, string>;
  readonly asked: AskedLooks;
  readonly paged: Paged;
  readonly mayReview: boolean;
};

/** Who looked at a record, the latest first, by one member of staff or all; written so that the person concerned can read it. */
export function WhoLookedPage(props: Props) {
  const { record, asked, looks, paged, mayReview } = props;
  return (
    <>
      <PageHead
        title="Who looked"
        below={`Everybody who opened record ${record.number}, when, and why they could. What they read is not repeated here.`}
        actions={
          <>
            {mayReview && <Link href="/look-reviews">Looks to judge</Link>}
            <Link href={`${hrefOf(record.id, asked, { file: true })}`}>As a file</Link>
            <Button action="print">Print</Button>
          </>
        }
      />
      <Chips {...props} />
      <Panel flush={looks.length > 0}>
        {looks.length === 0 ? (
          <EmptyState title="Nobody looked" calm />
        ) : (
          <Table
            caption="Looks at this record, the latest first"
            columns={[
              { head: 'When', isName: true, narrow: 'lead' },
              { head: 'Who', narrow: 'beside' },
              { head: 'What', narrow: 'full' },
              { head: 'Why they could', narrow: 'full' },
            ]}
            rows={looks.map((look) => rowOf(look, props.names))}
          />
        )}
      </Panel>
      <Paging paged={paged} noun="looks" hrefOf={(page) => hrefOf(record.id, asked, { page })} />
    </>
  );
}

function Chips({ record: { id: personId }, lookers, names, asked }: Props) {
  const everybody = { ...asked, staffId: undefined };
  return (
    <div class="c-list-head">
      <FilterChips
        label="What"
        chips={[
          { words: 'Opened it', href: hrefOf(personId, { ...asked, lists: false }), isCurrent: !asked.lists },
          { words: 'Lists too', href: hrefOf(personId, { ...asked, lists: true }), isCurrent: asked.lists },
          {
            words: 'On one page, to print',
            href: hrefOf(personId, { ...asked, onOnePage: !asked.onOnePage }),
            isCurrent: asked.onOnePage,
          },
        ]}
      />
      <FilterChips
        label="Who"
        chips={[
          { words: 'Everybody', href: hrefOf(personId, everybody), isCurrent: asked.staffId === undefined },
          ...lookers.slice(0, 12).map(({ id, looks }) => ({
            words: names.get(id) ?? 'Somebody of the staff',
            count: looks,
            href: hrefOf(personId, { ...asked, staffId: id }),
            isCurrent: asked.staffId === id,
          })),
        ]}
      />
    </div>
  );
}

function rowOf(look: Look, names: ReadonlyMap<Id, string>) {
  const ground = groundInWords(look.ground, look.act);
  return {
    id: look.id,
    cells: [
      `${dayInFull(dayOf(look.at))}, ${timeInWords(look.at)}`,
      actorInWords(look, names),
      lookInWords(look),
      look.ground === 'emergency access' ? <Tag colour="amber">{ground}</Tag> : ground,
    ],
  };
}

function hrefOf(
  personId: Id,
  { lists, staffId, onOnePage }: AskedLooks,
  { page = 1, file = false }: { page?: number; file?: boolean } = {},
): string {
  const asked = [
    ...(lists ? ['lists=yes'] : []),
    ...(staffId === undefined ? [] : [`staff=${staffId}`]),
    ...(onOnePage && !file ? ['paper=yes'] : []),
    ...(page > 1 ? [`page=${page}`] : []),
  ];
  return `/people/${personId}/looks${file ? '/csv' : ''}${asked.length === 0 ? '' : `?${asked.join('&')}`}`;
}

/** Asking by number, for whoever answers for looking and may not read the records themselves. */
export function AskingPage({ values, problems }: Refusal) {
  return (
    <>
      <PageHead title="Who looked" below="For somebody who asks who opened their record, or their child’s." />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <Panel>
          <ActionForm to="/looks">
            <AsTyped values={values} problems={problems}>
              <TextInput
                name="number"
                label="Child number"
                hint="The record itself does not open by it"
                width={20}
              />
            </AsTyped>
            <SubmitButton busyWords="Looking">Show who looked</SubmitButton>
          </ActionForm>
        </Panel>
      </div>
    </>
  );
}
