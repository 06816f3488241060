import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import type { Notice } from './rules.ts';

/** A notice as a page. */
export function NoticePage({ notice }: { notice: Notice }) {
  return (
    <>
      <PageHead title={notice.title} />
      {notice.parts.map((part) => (
        <Panel key={part.heading} title={part.heading}>
          {part.words.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Panel>
      ))}
    </>
  );
}
