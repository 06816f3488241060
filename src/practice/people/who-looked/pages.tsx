import { dayInFull, timeInWords } from '../../../language/dates-in-words.ts';
import { dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { FilterChips } from '../../../platform/html/filter-chips.tsx';
import { type Paged, Paging } from '../../../platform/html/paging.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import { type AskedLooks, groundInWords, type Look, lookInWords } from './rules.ts';

type Props = {
  readonly personId: Id;
  readonly looks: readonly Look[];
  readonly lookers: readonly { readonly id: Id; readonly looks: number }[];
  readonly names: ReadonlyMap<Id, string>;
  readonly asked: AskedLooks;
  readonly paged: Paged;
};

/** Who looked at a record, the latest first, by one member of staff or all; written so that the person concerned can read it. */
export function WhoLookedPage(props: Props) {
  const { looks, paged } = props;
  return (
    <>
      <PageHead
        title="Who looked"
        below="Everybody who opened this record, when, and why they could. What they read is not repeated here."
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
      <Paging paged={paged} noun="looks" hrefOf={(page) => hrefOf(props.personId, props.asked, page)} />
    </>
  );
}

function Chips({ personId, lookers, names, asked }: Props) {
  const everybody = { ...asked, staffId: undefined };
  return (
    <div class="c-list-head">
      <FilterChips
        label="What"
        chips={[
          { words: 'Opened it', href: hrefOf(personId, { ...asked, lists: false }), isCurrent: !asked.lists },
          { words: 'Lists too', href: hrefOf(personId, { ...asked, lists: true }), isCurrent: asked.lists },
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
      look.actor === undefined ? 'The program itself' : (names.get(look.actor) ?? 'Somebody of the staff'),
      lookInWords(look),
      look.ground === 'emergency access' ? <Tag colour="amber">{ground}</Tag> : ground,
    ],
  };
}

function hrefOf(personId: Id, { lists, staffId }: AskedLooks, page = 1): string {
  const asked = [
    ...(lists ? ['lists=yes'] : []),
    ...(staffId === undefined ? [] : [`staff=${staffId}`]),
    ...(page > 1 ? [`page=${page}`] : []),
  ];
  return `/people/${personId}/looks${asked.length === 0 ? '' : `?${asked.join('&')}`}`;
}
