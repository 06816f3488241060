import type { ComponentChildren } from 'preact';
import { Link } from './links.tsx';

/** A column: its head, and how its cells stand when a narrow screen turns each row into a block. */
export type Column = {
  readonly head: string;
  /** Whole sentences stand as `words`, and have nearly half of the width. */
  readonly kind?: 'text' | 'numeric' | 'words' | undefined;
  /** The cell that names the row; exactly one column has it. */
  readonly isName?: boolean | undefined;
  readonly sort?:
    | { readonly href: string; readonly direction: 'ascending' | 'descending' | 'none' }
    | undefined;
  /** On a phone: `lead` and `beside` share the first line, `start` and `end` the last, `hidden` goes, else a full line. */
  readonly narrow?: 'lead' | 'beside' | 'full' | 'labelled' | 'start' | 'end' | 'hidden' | undefined;
};

export type Row = {
  readonly id: string;
  readonly cells: readonly ComponentChildren[];
  /** The row the keys stand on. */
  readonly isCurrent?: boolean | undefined;
};

/** Rows that stand together; `count` where more belong to them than are shown on this page. */
export type RowGroup = {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly count?: number | undefined;
};

export type TableProps = {
  caption: string;
  columns: readonly Column[];
  rows?: readonly Row[] | undefined;
  groups?: readonly RowGroup[] | undefined;
  /** Shows the caption; else only a screen reader reads it. */
  showCaption?: boolean | undefined;
  /** Rows can be moved through with J and K. */
  movable?: boolean | undefined;
};

/** A table that becomes blocks below 641 px, and never scrolls sideways. */
export function Table(props: TableProps) {
  const { caption, columns, rows, groups, showCaption, movable } = props;
  return (
    <table class="govuk-table c-table" data-rows={movable}>
      <caption class={showCaption ? 'govuk-table__caption' : 'c-hidden'}>{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {columns.map((column) => (
            <Head key={column.head} column={column} />
          ))}
        </tr>
      </thead>
      {rows && <Rows columns={columns} rows={rows} />}
      {groups?.map((group) => (
        <Rows key={group.title} columns={columns} rows={group.rows} title={group.title} count={group.count} />
      ))}
    </table>
  );
}

function Head({ column }: { column: Column }) {
  const { head, kind, sort } = column;
  const arrow = { ascending: ' ▲', descending: ' ▼', none: '' };
  return (
    <th
      scope="col"
      class={`govuk-table__header${kind === 'numeric' ? ' govuk-table__header--numeric' : ''}`}
      aria-sort={sort?.direction}
    >
      {sort ? (
        <Link href={sort.href} class="c-table__sort">
          {head}
          <span aria-hidden="true">{arrow[sort.direction]}</span>
        </Link>
      ) : (
        head
      )}
    </th>
  );
}

function Rows({
  columns,
  rows,
  title,
  count,
}: {
  columns: readonly Column[];
  rows: readonly Row[];
  title?: string;
  count?: number | undefined;
}) {
  return (
    <tbody class="govuk-table__body">
      {title && (
        <tr class="c-table__group">
          <th scope="rowgroup" colSpan={columns.length}>
            {title} <span class="c-table__count">{count ?? rows.length}</span>
          </th>
        </tr>
      )}
      {rows.map((row) => (
        <tr
          key={row.id}
          id={row.id}
          class="govuk-table__row"
          aria-current={row.isCurrent ? 'true' : undefined}
          data-row
        >
          {columns.map((column, index) => (
            <Cell key={column.head} column={column}>
              {row.cells[index]}
            </Cell>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

const KINDS = { text: '', numeric: ' govuk-table__cell--numeric', words: ' c-cell--words' } as const;

function Cell({ column, children }: { column: Column; children: ComponentChildren }) {
  const kind = KINDS[column.kind ?? 'text'];
  const classes = `govuk-table__cell${kind} c-cell--${column.narrow ?? 'labelled'}`;
  if (column.isName) {
    return (
      <th scope="row" class={`${classes} c-cell--name`}>
        {children}
      </th>
    );
  }
  return (
    <td class={classes} data-head={column.head}>
      {children}
    </td>
  );
}
