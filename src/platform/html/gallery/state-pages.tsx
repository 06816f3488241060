import { SubmitButton } from '../buttons.tsx';
import { Details, Inset, Notice } from '../disclosure.tsx';
import { EmptyState } from '../empty-state.tsx';
import { EntrancePage } from '../entrance-page.tsx';
import { ButtonLink, Link } from '../links.tsx';
import { SummaryList, TaskList } from '../lists.tsx';
import { PageHead, Panel, WithAside } from '../panel.tsx';
import { StandingTag, Tag } from '../tags.tsx';
import { PasswordInput, TextInput } from '../text-inputs.tsx';
import { GalleryStaffPage } from './frames.tsx';

/** Signing in. */
export function SignInPage() {
  return (
    <EntrancePage title="Sign in" demonstration={null}>
      <p>It is Wednesday 3 March 2027.</p>
      <form method="post">
        <TextInput
          name="email"
          label="Work email"
          type="email"
          autocomplete="username"
          value="cleo.fathom@hub.example"
        />
        <PasswordInput name="password" label="Password" hint="You may paste it." />
        <SubmitButton wide>Continue</SubmitButton>
      </form>
    </EntrancePage>
  );
}

/** Empty, nothing found, failed, lists and blocks. */
export function StatesPage() {
  return (
    <GalleryStaffPage title="States">
      <PageHead title="Empty, found and blocked" below="Six workers. 31 of 33 visits in time in February." />
      <WithAside aside={<StatesAside />}>
        <Panel>
          <EmptyState
            title="Nobody is waiting for an answer"
            figure={0}
            calm
            actions={
              <ButtonLink kind="secondary" href="/contacts/new">
                New contact
              </ButtonLink>
            }
          >
            <p>The last one was answered at 13:41. 9 came in today.</p>
          </EmptyState>
        </Panel>
        <Panel>
          <EmptyState
            title="Nobody found for “Juniper Limpit”"
            actions={
              <ButtonLink kind="secondary" href="/people/new">
                Add a new child
              </ButtonLink>
            }
          >
            <p>
              One sounds alike: <Link href="/people/1">Juniper Limpet, 11</Link>
            </p>
          </EmptyState>
        </Panel>
        <Notice>Ten months below the old average. A new average can start in May.</Notice>
        <Inset>What was asked for, in their words, is kept as it was written.</Inset>
        <Details summary="What happens next">We talk with the family first.</Details>
        <p>
          <StandingTag standing="English default" />{' '}
          <Tag colour="green" icon="tick">
            Answered
          </Tag>{' '}
          <Tag colour="red" icon="red">
            Withheld
          </Tag>
        </p>
      </WithAside>
    </GalleryStaffPage>
  );
}

function StatesAside() {
  return (
    <>
      <Panel title="Assessment, due 19 March" link={<Link href="/all">All</Link>}>
        <TaskList
          tasks={[
            { words: 'Why now', href: '/1', state: 'done' },
            { words: 'What the children say', href: '/2', state: 'started', isCurrent: true },
            { words: 'Family and home', href: '/3', state: 'not yet', hint: 'Who lives here' },
            { words: 'Send to manager', href: '/4', state: 'problem' },
          ]}
        />
      </Panel>
      <Panel title="Facts">
        <SummaryList
          lines={[
            { label: 'Name', value: 'Saffron Barnacle', change: { href: '/name' } },
            { label: 'School', value: 'Gull Rock School' },
          ]}
        />
      </Panel>
    </>
  );
}
