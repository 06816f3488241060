import type { Context } from '../../../platform/web/context.ts';

/** Light by day, dark by night, or whatever the device says. */
export const THEMES = [
  { code: 'light', label: 'Light' },
  { code: 'dark', label: 'Dark' },
  { code: 'as the device', label: 'As this device is set' },
] as const;

/** Keeps how the pages look for the viewer. */
export async function saveTheme({ db, by }: Context, theme: string): Promise<void> {
  await db.updateTable('staff').set({ theme }).where('id', '=', by).execute();
}

/** Keeps whether single keys act for the viewer. */
export async function saveKeys({ db, by }: Context, keysOff: boolean): Promise<void> {
  await db.updateTable('staff').set({ keys_off: keysOff }).where('id', '=', by).execute();
}

/** Drafts that the viewer has not sent yet: how many, and when the latest was kept. */
export async function draftsWaiting({
  db,
  by,
}: Context): Promise<{ count: number; latest: Date | undefined }> {
  const row = await db
    .selectFrom('draft')
    .where('author', '=', by)
    .select(({ fn }) => [fn.countAll<string>().as('count'), fn.max('saved_at').as('latest')])
    .executeTakeFirst();
  return { count: Number(row?.count ?? 0), latest: row?.latest ?? undefined };
}

/** The street that somebody said of themselves. */
export async function streetOf({ db, by }: Context): Promise<string | undefined> {
  const row = await db
    .selectFrom('staff_home')
    .select('street')
    .where('staff_id', '=', by)
    .executeTakeFirst();
  return row?.street === NOT_SAID ? undefined : row?.street;
}

/** Nothing is taken away from what is kept twice: a street that was taken back says so. */
const NOT_SAID = '-';

/** Keeps the street of whoever says it; what it was before stays in its history. */
export async function saveStreet({ db, by, now, newId }: Context, street = NOT_SAID): Promise<void> {
  const said = await db
    .updateTable('staff_home')
    .set({ street, said_at: now })
    .where('staff_id', '=', by)
    .executeTakeFirst();
  if (said.numUpdatedRows > 0n || street === NOT_SAID) return;
  await db.insertInto('staff_home').values({ id: newId(), staff_id: by, street, said_at: now }).execute();
}
