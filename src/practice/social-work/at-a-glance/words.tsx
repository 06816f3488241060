import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import { Icon } from '../../../platform/html/icons.tsx';
import { ButtonLink, Link } from '../../../platform/html/links.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import { Voice } from '../../../platform/html/voice.tsx';
import { CHILD_STATEMENTS } from '../../../profile/code-sets/child-statements.ts';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { VISIT_PLACES } from '../../../profile/code-sets/visits.ts';
import { inForce, type Statement } from '../../people/child-statement/index.ts';
import type { Person } from '../../people/person/index.ts';
import { firstOf, type LastSaid } from './rules.ts';

type Asked = { person: Person; statements: readonly Statement[]; today: Day };

/** What the child says, before anything that is said of them. Where nothing was written down, that is said, and how it comes here. */
export function WhatISay(props: Asked & { said: LastSaid | undefined; mayRead: boolean; mayVisit: boolean }) {
  const { person, said, today } = props;
  if (said === undefined) return <NothingSaid {...props} />;
  const { words, isWhole } = firstOf(said.words);
  const how = said.alone ? 'alone' : 'with others there';
  return (
    <Voice
      title="What I say"
      words={words}
      by={
        <>
          Told to {said.by} on {dayInWords(said.on, today)}, {labelOf(VISIT_PLACES, said.place).toLowerCase()}
          , {how}.{' '}
          <Link href={`/people/${person.id}/visits/${said.visitId}`}>
            {isWhole ? 'The visit' : 'The whole of it'}
          </Link>
        </>
      }
    >
      <OwnWords {...props} />
    </Voice>
  );
}

function NothingSaid(props: Asked & { mayRead: boolean; mayVisit: boolean }) {
  const { person, mayRead, mayVisit } = props;
  return (
    <Panel title="What I say">
      <p>
        {mayRead
          ? 'Nobody has written down yet what they say.'
          : 'What they said on visits is read by those who work with them.'}{' '}
        {mayVisit && 'Their words stand here first once they are part of a visit.'}
      </p>
      {mayVisit && (
        <ButtonLink href={`/people/${person.id}/visits/new`} kind="secondary" size="compact">
          Record a visit
        </ButtonLink>
      )}
      <OwnWords {...props} />
    </Panel>
  );
}

/** What a child is proud of, worried about, and whom they trust, where that was said. */
function OwnWords({ statements }: Asked) {
  const kinds = CHILD_STATEMENTS.codes.filter(
    ({ code, ofChild }) => ofChild && inForce(statements, code).length > 0,
  );
  if (kinds.length === 0) return null;
  return (
    <dl class="c-own-words">
      {kinds.map(({ code, label }) => (
        <div key={code}>
          <dt>{label}</dt>
          {inForce(statements, code)
            .slice(0, MOST_OF_A_KIND)
            .map(({ id, words }) => (
              <dd key={id}>{words}</dd>
            ))}
        </div>
      ))}
    </dl>
  );
}

/** More of one kind is no longer taken in at a glance; it stands with everything that was said. */
const MOST_OF_A_KIND = 3;

/** What worries people beside what is going well, each by a named worker with its day. */
export function WhatIsSaid(props: Asked & { may: boolean }) {
  const { person, statements, may } = props;
  const at = `/people/${person.id}/statements`;
  return (
    <Panel>
      <div class="c-halves">
        {(['worry', 'going well'] as const).map((kind) => (
          <section key={kind}>
            <h2 class="c-panel__title">{labelOf(CHILD_STATEMENTS, kind)}</h2>
            <Said {...props} kind={kind} />
          </section>
        ))}
      </div>
      {(may || statements.length > 0) && (
        <p class="c-said-links">
          {may && <Link href={`${at}/new`}>Write one down</Link>}
          {statements.length > 0 && <Link href={at}>Everything that was said</Link>}
        </p>
      )}
    </Panel>
  );
}

function Said({ statements, today, kind }: Asked & { kind: 'worry' | 'going well' }) {
  const said = inForce(statements, kind);
  if (said.length === 0) return <p class="c-small">Nothing is written down yet.</p>;
  const more = said.length - MOST_OF_A_KIND;
  return (
    <ul class="c-said">
      {said.slice(0, MOST_OF_A_KIND).map(({ id, words, statedOn, statedBy }) => (
        <li key={id} class={kind === 'worry' ? 'c-said__worry' : 'c-said__well'}>
          <Icon name={kind === 'worry' ? 'amber' : 'tick'} size="small" />
          <span>
            {words}{' '}
            <span class="c-small">
              {statedBy}, {dayInWords(statedOn, today)}
            </span>
          </span>
        </li>
      ))}
      {more > 0 && <li class="c-small">and {more} more</li>}
    </ul>
  );
}
