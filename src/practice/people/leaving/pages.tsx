import { Checkboxes } from '../../../platform/html/choices.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { Panel } from '../../../platform/html/panel.tsx';
import type { Member } from '../administration/index.ts';
import type { Left } from './store.ts';

/** The way out of the service or back into it, and how many children are still somebody's. */
export function LeavingPanel({
  member,
  left,
  isOwn,
}: {
  member: Member;
  left: readonly Left[];
  isOwn: boolean;
}) {
  const hasLeft = member.leftOn !== undefined;
  return (
    <Panel
      title={hasLeft ? 'They have left' : 'Leaving'}
      link={
        !isOwn && (
          <Link href={`/staff/${member.id}/${hasLeft ? 'return' : 'leaving'}/new`}>
            {hasLeft ? 'They come back' : 'They leave'}
          </Link>
        )
      }
    >
      <ChildrenLeft left={left} hasLeft={hasLeft} />
    </Panel>
  );
}

function ChildrenLeft({ left, hasLeft }: { left: readonly Left[]; hasLeft: boolean }) {
  if (left.length === 0) return <p class="c-small">They work with no child now.</p>;
  return (
    <>
      <p>{hasLeft ? 'Still to be handed over by a manager:' : 'They work with:'}</p>
      <ul class="c-plain-list">
        {left.map(({ team, children }) => (
          <li key={team}>
            {childrenInWords(children)}, {team}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The questions when somebody leaves. */
export function LeavingQuestions({ left }: { left: readonly Left[] }) {
  const children = left.reduce((sum, one) => sum + one.children, 0);
  return (
    <>
      {children > 0 && (
        <p>
          They still work with {childrenInWords(children)}. Nobody is handed over by this: their managers are
          told, and do it one by one.
        </p>
      )}
      <Checkboxes
        name="isSure"
        label="They are out from the moment you press"
        options={[{ value: 'yes', label: 'Yes, end their account, sessions, posts and duties now' }]}
        small
      />
    </>
  );
}

function childrenInWords(children: number): string {
  return children === 1 ? '1 child' : `${children} children`;
}
