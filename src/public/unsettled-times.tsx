import type { Clock } from '../profile/timescales.ts';
import { type Reader, timeOf } from './reader.ts';

/** Says which of the times on a page nobody has settled for this place. Nothing where all are law or local policy. */
export function UnsettledTimes({ reader, clocks }: { reader: Reader; clocks: readonly Clock[] }) {
  const unsettled = clocks
    .map((clock) => timeOf(reader, clock))
    .filter(({ standing }) => standing === 'English default' || standing === 'demonstration')
    .map(({ words }) => words);
  if (unsettled.length === 0) return null;
  const times = new Intl.ListFormat(reader.language.locale).format(unsettled);
  const { place } = reader.authority.profile;
  return <p class="c-small">{reader.say('happens.standing', { times, count: unsettled.length, place })}</p>;
}
