import { ago } from '../../../language/dates-in-words.ts';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { type Waiting, waitingInWords } from './rules.ts';

type Props = { readonly waiting: readonly Waiting[]; readonly now: Date };

/** What waits for the viewer, kind by kind, each leading to where it is done; below it the lists they may look into. */
export function MyWorkPage({ waiting, now }: Props) {
  const own = waiting.filter(({ isForViewer }) => isForViewer);
  const others = waiting.filter(({ isForViewer }) => !isForViewer);
  return (
    <>
      <PageHead title="My work" />
      {waiting.length === 0 && (
        <Panel>
          <EmptyState title="Nothing is passed to you here">
            <p>Your work begins at the places named above.</p>
          </EmptyState>
        </Panel>
      )}
      {own.length > 0 && (
        <Panel title="Waiting for you">
          <Lines waiting={own} now={now} />
        </Panel>
      )}
      {others.length > 0 && (
        <Panel title="Waiting for others">
          <Lines waiting={others} now={now} />
        </Panel>
      )}
    </>
  );
}

function Lines({ waiting, now }: Props) {
  return (
    <ul class="c-waiting">
      {waiting.map((line) => (
        <li key={line.href} class="c-waiting__one">
          <Link href={line.href} class="govuk-link c-waiting__name">
            {line.title}
          </Link>
          <span class={line.count === 0 ? 'c-waiting__none' : 'c-waiting__count'}>
            {waitingInWords(line)}
          </span>
          <span class="c-small">{wordsOf(line, now)}</span>
        </li>
      ))}
    </ul>
  );
}

function wordsOf({ count, toDo, oldestAt, isForViewer }: Waiting, now: Date): string {
  const oldest = oldestAt === undefined ? '' : `The oldest came ${ago(oldestAt, now)}. `;
  return count === 0 || !isForViewer ? oldest.trim() : `${oldest}${toDo}.`;
}
