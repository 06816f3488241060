/** A row in which what the database does not have is simply not there. */
export type WithoutNulls<Row> = {
  readonly [Column in keyof Row]: null extends Row[Column]
    ? Exclude<Row[Column], null> | undefined
    : Row[Column];
};

/** Turns the nulls of a row into absences: the one spelling of "not known" above the stores. */
export function withoutNulls<Row extends object>(row: Row): WithoutNulls<Row> {
  const kept: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) kept[column] = value ?? undefined;
  return kept as WithoutNulls<Row>;
}
