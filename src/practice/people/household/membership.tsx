import { dayInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { PROVENANCES } from '../../../profile/code-sets/correction-reasons.ts';
import { dayAsKnown, daysInWords, livesThere, type Membership } from './rules.ts';

type Shown = {
  readonly membership: Membership;
  readonly names: ReadonlyMap<Id, string>;
  readonly today: Day;
};

/** One time of somebody in a household, with everything that was said of it. */
export function MembershipPanel({ membership: one, names, today }: Shown) {
  const { withdrawn } = one;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Since', dayAsKnown(one.fromOn, one.fromAbout)],
    ['How they live there', daysInWords(one) ?? (one.kind === undefined ? undefined : 'It is their home')],
    ['Why they came', one.cameWhy],
    [
      'Said by',
      `${labelOf(PROVENANCES, one.provenance)}, recorded ${dayInWords(dayOf(one.recordedAt), today)}`,
    ],
    ['Until', one.untilOn === undefined ? undefined : dayAsKnown(one.untilOn, one.untilAbout)],
    ['Why they left', one.untilOn === undefined ? undefined : one.leftWhy],
    ['Leaving said by', one.untilProvenance && labelOf(PROVENANCES, one.untilProvenance)],
    [
      'Taken back',
      withdrawn &&
        `${withdrawn.why} ${names.get(withdrawn.by) ?? 'Somebody of the staff'}, ${dayInWords(dayOf(withdrawn.at), today)}`,
    ],
  ];
  return (
    <Panel title={livesThere(one) ? 'Lives there now' : 'Lived there'}>
      <SummaryList
        plain
        lines={lines.flatMap(([label, value]) =>
          value === undefined ? [] : [{ label, value: <div class="c-lines">{value}</div> }],
        )}
      />
    </Panel>
  );
}
