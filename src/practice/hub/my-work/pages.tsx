import { ago } from '../../../language/dates-in-words.ts';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { type Waiting, waitingInWords } from './rules.ts';

/** What waits for the viewer, kind by kind, each leading to where it is done. */
export function MyWorkPage({ waiting, now }: { waiting: readonly Waiting[]; now: Date }) {
  return (
    <>
      <PageHead title="My work" />
      {waiting.map((line) => (
        <Panel key={line.href} title={<Link href={line.href}>{line.title}</Link>}>
          <p>
            <strong>{waitingInWords(line)}.</strong> {line.count === 0 ? null : `${line.toDo}.`}{' '}
            {line.oldestAt === undefined ? null : `The oldest came ${ago(line.oldestAt, now)}.`}
          </p>
        </Panel>
      ))}
    </>
  );
}
