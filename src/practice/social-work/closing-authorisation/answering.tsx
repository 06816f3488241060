import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Notice } from '../../../platform/html/disclosure.tsx';
import { ButtonLink } from '../../../platform/html/links.tsx';
import { Panel, PanelPart } from '../../../platform/html/panel.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { proposeClosingAt } from '../closing/index.ts';
import type { ClosingProps } from './shown.ts';

/** What can be done with a closing: authorise it, give it back with words, withdraw it, or propose it anew. */
export function Answering(props: ClosingProps) {
  const { closing, may } = props;
  const at = `/closings/${closing.id}`;
  return (
    <>
      {may.answer && <Answer {...props} at={at} />}
      {closing.returnedWords !== undefined && (
        <Panel title="What is missing">
          <Words
            words={closing.returnedWords}
            by={props.staff.get(closing.returnedBy ?? closing.proposedBy)}
          />
          {may.again && (
            <ButtonLink href={`${proposeClosingAt(closing.personId)}?again=${closing.id}`}>
              Propose it again
            </ButtonLink>
          )}
        </Panel>
      )}
      {may.withdraw && (
        <Panel title="While nobody has answered">
          <ActionForm to={`${at}/withdrawal`}>
            <SubmitButton kind="secondary">Withdraw it</SubmitButton>
          </ActionForm>
        </Panel>
      )}
    </>
  );
}

function Answer({ may, at, values, problems, draft }: ClosingProps & { at: string }) {
  return (
    <Panel title="Your answer">
      {may.authorise ? (
        <ActionForm to={`${at}/authorisation`}>
          <p class="c-small">
            It ends today. When nothing else is open, nobody works with the child any longer.
          </p>
          <SubmitButton wide busyWords="Authorising" shortcut="a">
            Authorise
          </SubmitButton>
        </ActionForm>
      ) : (
        <Notice>You work with this child. Another manager authorises it.</Notice>
      )}
      <PanelPart>
        <ActionForm to={`${at}/return`} draft={draft}>
          <AsTyped values={values} problems={problems}>
            <WordsInput
              name="words"
              label="Or say what is missing"
              hint={`It goes back to whoever proposed it.`}
              rows={3}
            />
          </AsTyped>
          <SubmitButton kind="secondary">Give it back</SubmitButton>
        </ActionForm>
      </PanelPart>
    </Panel>
  );
}
