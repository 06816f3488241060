import { ago } from '../../../language/dates-in-words.ts';
import type { Problem } from '../../../language/outcome.ts';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { CONTACT_SOURCES } from '../../../profile/code-sets/contact-sources.ts';
import type { Waiting } from './store.ts';

/** The contacts that were passed to one worker or manager and wait to be read. */
export function NoticesPage(props: { waiting: readonly Waiting[]; now: Date; problems: readonly Problem[] }) {
  const { waiting, now, problems } = props;
  return (
    <>
      <PageHead title="Contacts passed to you" />
      <ErrorSummary problems={problems} />
      {waiting.length === 0 && (
        <Panel>
          <EmptyState title="Nothing waits for you">
            <p>
              When somebody tells the hub about a child you work with, it stands here until you have read it.
            </p>
          </EmptyState>
        </Panel>
      )}
      {waiting.map((one) => (
        <Panel
          key={one.id}
          title={
            one.personId === undefined ? one.child : <Link href={`/people/${one.personId}`}>{one.child}</Link>
          }
        >
          <p class="c-small">
            <Link href={`/contacts/${one.contactId}`}>{one.reference}</Link>, passed to you{' '}
            {ago(one.sentAt, now)}.
          </p>
          <Words words={one.words} language={one.wordsLanguage} by={labelOf(CONTACT_SOURCES, one.source)} />
          <p>Why the hub passed it on: {one.reason}</p>
          <ActionForm to={`/contact-notices/${one.id}/acknowledgement`}>
            <SubmitButton>
              I have read this
              <span class="c-hidden">
                {' '}
                ({one.reference}, {one.child})
              </span>
            </SubmitButton>
          </ActionForm>
        </Panel>
      ))}
    </>
  );
}
