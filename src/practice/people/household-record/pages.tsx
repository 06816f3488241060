import { dayInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel, WithAside } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { PROVENANCES } from '../../../profile/code-sets/correction-reasons.ts';
import {
  type Chapter,
  type Companion,
  chapters,
  dayAsKnown,
  daysInWords,
  type Home,
  type Lane,
  LivesDrawing,
  livesThere,
  type Membership,
  stretchInWords,
} from '../household/index.ts';
import { namedWithAge, type Person } from '../person/index.ts';
import { type Address, AddressesPanel } from '../person-record/index.ts';

/** What the page about the households of a person shows. */
export type HouseholdProps = {
  readonly person: Person;
  readonly homes: readonly Home[];
  readonly withdrawn: readonly Membership[];
  readonly names: ReadonlyMap<Id, string>;
  readonly addresses: readonly Address[];
  readonly addressIsGuarded: boolean;
  readonly today: Day;
  readonly mayAdd: boolean;
};

/** With whom and where somebody lives, since when, and with whom and where they lived before. */
export function HouseholdPage(props: HouseholdProps) {
  const { person, homes } = props;
  const [now, before] = [true, false].map((goesOn) => homes.filter(({ own }) => livesThere(own) === goesOn));
  return (
    <>
      <PageHead
        title="Household"
        above={<Link href={`/people/${person.id}/details`}>Details</Link>}
        below={`With whom and where ${person.name} lives and lived, as far as it is on record and you may see it.`}
        actions={props.mayAdd && <Moves person={person} />}
      />
      <WithAside aside={<AddressesPanel {...props} />}>
        {(now ?? []).length === 0 ? (
          <Panel title="Lives with now">
            <p class="c-small">Nobody has said with whom {person.name} lives now.</p>
          </Panel>
        ) : (
          (now ?? []).map((home) => (
            <HomePanel key={home.own.id} home={home} {...props} title={titleOf(home, now ?? [])} />
          ))
        )}
        <LifePanel {...props} />
        {(before ?? []).map((home) => (
          <HomePanel
            key={home.own.id}
            home={home}
            {...props}
            title={`Lived there ${stretchInWords(home.own)}`}
          />
        ))}
        <WithdrawnPanel {...props} />
      </WithAside>
    </>
  );
}

function Moves({ person }: Pick<HouseholdProps, 'person'>) {
  return (
    <>
      <ButtonLink href={`/people/${person.id}/household-memberships/new`} size="compact">
        Somebody moves in
      </ButtonLink>
      <ButtonLink href={`/people/${person.id}/household-moves/new`} kind="secondary" size="compact">
        The household moves
      </ButtonLink>
    </>
  );
}

function titleOf({ own }: Home, now: readonly Home[]): string {
  if (now.length === 1) return 'Lives with now';
  return own.kind === 'home' ? 'Lives with now, at home' : 'Lives with now, in one of their households';
}

type OfHome = Pick<HouseholdProps, 'person' | 'today' | 'mayAdd'> & {
  readonly home: Home;
  readonly title: string;
};

/** One household: the person of the record first, then whoever was there with them. */
function HomePanel({ home: { own, companions }, title, person, today, mayAdd }: OfHome) {
  const goesOn = livesThere(own);
  const rows = [
    {
      id: own.id,
      cells: [
        person.name,
        [goesOn ? 'Lives here' : 'Lived here', daysInWords(own)].filter(Boolean).join('. '),
        <Known key="known" of={own} today={today} />,
        mayAdd && <ChangeLink membership={own} name={person.name} />,
      ],
    },
    ...companions.map((one) => ({
      id: one.membership.id,
      cells: [
        <Link key="who" href={`/people/${one.person.id}`}>
          {namedWithAge(one.person, today)}
        </Link>,
        [one.relation ?? 'Nobody said what they are to them', daysInWords(one.membership)]
          .filter(Boolean)
          .join('. '),
        <Known key="known" of={{ ...one.membership, ...one }} today={today} />,
        mayAdd && <ChangeLink membership={one.membership} name={one.person.name} />,
      ],
    })),
  ];
  return (
    <Panel flush>
      <Table
        caption={title}
        showCaption
        columns={[
          { head: 'Who', isName: true, narrow: 'lead' },
          { head: `To ${person.name}`, narrow: 'full' },
          { head: goesOn ? 'Together since' : 'Together', narrow: 'full' },
          ...(mayAdd ? [{ head: 'What has changed', narrow: 'end' as const }] : []),
        ]}
        rows={rows}
      />
    </Panel>
  );
}

function ChangeLink({ membership, name }: { membership: Membership; name: string }) {
  return (
    <Link href={`/household-memberships/${membership.id}`} about={`about ${name}`}>
      {livesThere(membership) ? 'Moves out, or not right' : 'Not right'}
    </Link>
  );
}

/** Since when and until when, and why; under it who said so. */
function Known({ of, today }: { of: Membership | Companion['membership']; today: Day }) {
  const whys = [of.cameWhy, of.untilOn !== undefined && of.leftWhy].filter(Boolean);
  return (
    <>
      {sentence(stretchInWords(of))}
      {whys.map((why) => (
        <div key={why} class="c-lines">
          {why}
        </div>
      ))}
      <div class="c-small">
        {labelOf(PROVENANCES, of.provenance)}, recorded {dayInWords(dayOf(of.recordedAt), today)}
      </div>
    </>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The years as a drawing, and the same in words. */
function LifePanel({ person, homes, addresses, today }: HouseholdProps) {
  const people = lanesOf(homes);
  const places = addresses.map(
    (one): Lane => ({
      id: one.id,
      words: one.lines.split('\n')[0] ?? '',
      bars: [{ ...one, fromAbout: one.fromAbout ?? false, untilAbout: one.untilAbout ?? false }],
    }),
  );
  if (people.length === 0 && places.length === 0) return null;
  return (
    <Panel title="Over the years">
      <LivesDrawing people={people} places={places} bornOn={person.bornOn} today={today} />
      <ChaptersTable told={chapters(people, places, today)} />
    </Panel>
  );
}

/** A lane for each companion, whatever the household: whoever moves along stays on their line. */
function lanesOf(homes: readonly Home[]): readonly Lane[] {
  const all = homes.flatMap(({ companions }) => companions);
  return [...Map.groupBy(all, ({ person }) => person.id)].map(([id, some]) => ({
    id,
    words: [some[0]?.person.name, some[0]?.relation?.toLowerCase()].filter(Boolean).join(', '),
    bars: some,
  }));
}

function ChaptersTable({ told }: { told: readonly Chapter[] }) {
  return (
    <Table
      caption="The same in words, the latest first"
      showCaption
      columns={[
        { head: 'When', isName: true, narrow: 'lead' },
        { head: 'Lived with', narrow: 'labelled' },
        { head: 'Lived at', narrow: 'labelled' },
      ]}
      rows={told.map((one) => ({
        id: `from-${one.fromOn ?? 'the-beginning'}`,
        cells: [
          sentence(stretchInWords(one)),
          one.with.join('; ') || 'Nobody said',
          one.where.join('; ') || 'Nobody said',
        ],
      }))}
    />
  );
}

/** What was taken back stands here with its reason: nothing that was said is lost. */
function WithdrawnPanel({ withdrawn, names, today }: HouseholdProps) {
  if (withdrawn.length === 0) return null;
  return (
    <Panel flush>
      <Table
        caption="Taken back: it turned out to be wrong"
        showCaption
        columns={[
          { head: 'What had been said', isName: true, narrow: 'lead' },
          { head: 'Why it was taken back', narrow: 'full' },
          { head: 'By whom', narrow: 'end' },
        ]}
        rows={withdrawn.map(({ withdrawn: taken, ...one }) => ({
          id: one.id,
          cells: [
            `In a household from ${dayAsKnown(one.fromOn, one.fromAbout)}`,
            taken?.why,
            taken &&
              `${names.get(taken.by) ?? 'Somebody of the staff'}, ${dayInWords(dayOf(taken.at), today)}`,
          ],
        }))}
      />
    </Panel>
  );
}
