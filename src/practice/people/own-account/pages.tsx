import type { Problem } from '../../../language/outcome.ts';
import type { Viewer } from '../../../platform/access/viewer.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Radios } from '../../../platform/html/choices.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { SummaryList } from '../../../platform/html/lists.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { TextInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { THEMES } from './store.ts';

/** One's own account: who one is here, how the pages look, and the keys. */
export function OwnAccountPage(props: {
  viewer: Viewer;
  roles: readonly string[];
  drafts: string;
  street: RawAnswers[string] | undefined;
  problems: readonly Problem[];
}) {
  const { viewer, roles, drafts, street, problems } = props;
  return (
    <>
      <PageHead title="Your account" below={viewer.name} />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <Panel title="Who you are here">
          <SummaryList
            plain
            lines={[
              { label: 'Name', value: viewer.name },
              { label: 'Post', value: viewer.roleTitle },
              { label: 'What you may do as', value: roles.join(', ') },
              { label: 'Drafts', value: drafts },
            ]}
          />
        </Panel>
        <Panel title="How you sign in" link={<Link href="/own-account/sign-in">See and change it</Link>}>
          <p>Your password, your second step, and where you are signed in now.</p>
        </Panel>
        <Panel
          title="People close to you"
          link={<Link href="/own-account/own-or-relatives">Add somebody</Link>}
        >
          <p>Your own record, and those of relatives, friends and neighbours, are never yours to open.</p>
        </Panel>
        <Panel title="Where you live">
          <p>
            Looks at records are gone through each day. Your street is used for one thing: to notice that
            somebody looked at a neighbour’s record. You see it, and whoever answers for looking.
          </p>
          <ActionForm to="/own-account/street">
            <TextInput
              name="street"
              label="Street, without the number"
              hint="Leave it empty to take it back"
              width={20}
              value={typeof street === 'string' ? street : undefined}
              problems={problems}
            />
            <SubmitButton kind="secondary">Save</SubmitButton>
          </ActionForm>
        </Panel>
        <Panel title="How the pages look">
          <ActionForm to="/own-account/theme">
            <Radios
              name="theme"
              label="Light or dark"
              small
              value={viewer.theme}
              options={THEMES.map(({ code, label }) => ({ value: code, label }))}
              problems={problems}
            />
            <SubmitButton kind="secondary">Save</SubmitButton>
          </ActionForm>
        </Panel>
        <Panel title="Keys">
          <p>
            On lists a single key moves, opens and takes. They never act while you type. Press ? on a page to
            see its keys.
          </p>
          <ActionForm to="/own-account/keys">
            <Radios
              name="keys"
              label="Single keys"
              small
              value={viewer.keysOff ? 'off' : 'on'}
              options={[
                { value: 'on', label: 'On' },
                { value: 'off', label: 'Off' },
              ]}
              problems={problems}
            />
            <SubmitButton kind="secondary">Save</SubmitButton>
          </ActionForm>
        </Panel>
      </div>
    </>
  );
}
