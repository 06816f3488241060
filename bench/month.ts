import { openHouse } from '../src/commands/open-house.ts';
import { withDatabase } from '../src/commands/with-database.ts';
import { readConfig } from '../src/config.ts';
import { countBeforehand } from '../src/insight/counted.ts';
import { MEASURES } from '../src/insight/measures/measures.ts';
import { nowOf } from '../src/platform/web/house.ts';
import type { Installation } from '../test/prove/program.ts';

const LONGEST_IN_SECONDS = 600;

/** What the report of a month takes: every measure, one after the other. Seconds. */
export type MonthFigures = { readonly measures: number; readonly seconds: number };

/** Counts every measure of the last complete month, each with the months before it, on the database of a running installation. */
export async function benchMonth({ folder }: Installation): Promise<MonthFigures> {
  const config = readConfig({ DATA_DIR: folder });
  if (!config.ok) throw new Error('the folder is not one');
  return withDatabase(
    config.value,
    () => undefined,
    async (server) => {
      const house = await openHouse({ trustedProxyHops: 0, logLevel: 'error' }, server, () => undefined);
      const [authority] = house.authorities;
      if (authority === undefined) throw new Error('there is no authority');
      const now = nowOf(authority);
      const settings = { authority: authority.schema, now, timeoutSeconds: LONGEST_IN_SECONDS };
      const began = performance.now();
      await countBeforehand(authority, now, (work) => house.database.transaction(settings, work));
      const seconds = (performance.now() - began) / 1000;
      await house.database.close();
      return { measures: MEASURES.length, seconds };
    },
  );
}

/** The month in the words of docs/benchmarks.md. */
export function monthInWords({ measures, seconds }: MonthFigures): string {
  return `The report of a month, all ${measures} measures with the months before it, was counted in ${seconds.toFixed(1)} s.`;
}
