import { day } from '../../../language/day.ts';
import { durationInWords } from '../../../language/duration.ts';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { StandingTag, Tag } from '../../../platform/html/tags.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { DECLARED_FOR } from '../../../profile/code-sets/visits.ts';
import type { Standing } from '../../../profile/standing.ts';
import type { Timescale } from '../../../profile/timescales.ts';
import { dayOfLife } from '../person/index.ts';
import type { DeclaredPeriod } from './declared.ts';
import type { Asked } from './rules.ts';

/** Every clock with its time, where that comes from, and since when it is asked. */
export function AskedOfUsPage(props: {
  place: string;
  asked: readonly Asked[];
  declared: readonly DeclaredPeriod[];
}) {
  const { place, asked, declared } = props;
  return (
    <>
      <PageHead
        title="What is asked of us"
        below={`The times that the service in ${place} works by, and who says so`}
      />
      <Panel>
        <p>
          Due dates, the board and the figures are all reckoned by these times. Where no rule of the island
          was found, an English time stands in for it and says so. A new time counts from its first day on,
          and what began before that day is judged by the older one.
        </p>
      </Panel>
      {declared.length > 0 && (
        <Panel title="Declared here">
          <ul class="govuk-list govuk-list--bullet">
            {declared.map((one) => (
              <li key={one.id}>{declaredInWords(one)}</li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel flush>
        <Table
          caption="Every time that is asked, with its source"
          columns={[
            { head: 'What is asked', isName: true, narrow: 'full' },
            { head: 'Within', narrow: 'lead' },
            { head: 'Counted from', narrow: 'labelled' },
            { head: 'Who says so', narrow: 'full' },
            { head: 'Since', narrow: 'labelled' },
          ]}
          rows={asked.map(rowOf)}
        />
      </Panel>
    </>
  );
}

function declaredInWords({ title, forWhom, days, fromOn, untilOn, reason }: DeclaredPeriod): string {
  const until = untilOn === undefined ? 'until it is ended' : `until ${dayOfLife(untilOn)}`;
  return `${title}, from ${dayOfLife(fromOn)} ${until}: ${labelOf(DECLARED_FOR, forWhom).toLowerCase()} are seen within ${durationInWords({ amount: days, unit: 'days' })}. ${reason}`;
}

function rowOf({ clock, inForce, others }: Asked) {
  const [first] = others;
  const shown = inForce ?? first;
  return {
    id: clock.replaceAll(' ', '-'),
    cells: [
      shown?.inWords ?? clock,
      <span key="within">
        <strong>{inForce === undefined ? 'Not asked yet' : within(inForce)}</strong>
        {inForce?.runsAtNight && <span class="c-small"> Also at night, at weekends and on holidays.</span>}
        {others.map((edition) => (
          <div key={edition.since} class="c-small">
            From {dayOfLife(day(edition.since))}: {within(edition)}
          </div>
        ))}
      </span>,
      shown && `When ${STARTS[shown.runsFrom]}`,
      shown && (
        <span key="source">
          <StandingWords standing={shown.standing} /> {shown.source}
        </span>
      ),
      // A day stays on one line.
      shown && dayOfLife(day(shown.since)).replaceAll(' ', '\u00a0'),
    ],
  };
}

function within({ within: time }: Timescale): string {
  return time === null ? 'No time is set' : durationInWords(time);
}

/** Here all four are named: also what the law or the place itself has settled. */
function StandingWords({ standing }: { standing: Standing }) {
  if (standing === 'law') return <Tag>Law</Tag>;
  return standing === 'local policy' ? <Tag>Local policy</Tag> : <StandingTag standing={standing} />;
}

const STARTS: Readonly<Record<Timescale['runsFrom'], string>> = {
  'contact told to us': 'we were told',
  'alert raised': 'the alert was raised',
  'partner check asked': 'the agency was asked',
  'police notification told to us': 'the police told us',
  'referral opened': 'the referral was made',
  'assessment begun': 'the assessment began',
  'early help accepted': 'the family said yes',
  'child last seen': 'the child was last seen',
  'complex case last reviewed': 'the case came on the register, or was last reviewed',
  'case rated': 'the case was rated',
  'request sent': 'the request was sent',
  'draft last saved': 'the draft was last saved',
  'sign-in tried': 'somebody tried to sign in',
  'password handed over': 'the password was handed over',
  'invitation sent': 'the invitation was sent',
  'earlier contact told to us': 'we were told of the earlier contact',
  'earlier referral opened': 'the earlier referral was made',
};
