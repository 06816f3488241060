import type { ComponentChildren } from 'preact';
import { dayInWords } from '../../../language/dates-in-words.ts';
import type { Day } from '../../../language/day.ts';
import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { ButtonGroup, SubmitButton } from '../../../platform/html/buttons.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { WordsInput } from '../../../platform/html/text-inputs.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import type { Done } from './acts.ts';

type Asking = {
  readonly title: string;
  readonly below?: ComponentChildren;
  readonly back: { readonly href: string; readonly words: string };
  readonly to: string;
  readonly button: string;
  /** Takes something away that somebody has now. */
  readonly warns?: boolean | undefined;
  /** The label of the reason; without one, none is asked for. */
  readonly why?: string | undefined;
  readonly values: RawAnswers;
  readonly problems: readonly Problem[];
  readonly draft: { readonly url: string; readonly version: number };
  readonly children?: ComponentChildren;
};

/** A page that asks what is to be done to somebody's rights, to a team or to an agency, and why. */
export function KeepingPage(asking: Asking) {
  const { values, problems, back } = asking;
  return (
    <>
      <PageHead
        title={asking.title}
        above={<Link href={back.href}>{back.words}</Link>}
        below={asking.below}
      />
      <div class="c-form-column">
        <ErrorSummary problems={problems} />
        <Panel>
          <ActionForm to={asking.to} draft={asking.draft}>
            <AsTyped values={values} problems={problems}>
              {asking.children}
              {asking.why && (
                <WordsInput
                  name="reason"
                  label={asking.why}
                  hint="Kept with your name and the time"
                  rows={2}
                />
              )}
            </AsTyped>
            <ButtonGroup>
              <SubmitButton kind={asking.warns ? 'warning' : 'primary'}>{asking.button}</SubmitButton>
              <Link href={back.href}>Back to {back.words}</Link>
            </ButtonGroup>
          </ActionForm>
        </Panel>
      </div>
    </>
  );
}

/** What was done and why, the latest first. */
export function DonePanel({ done, today }: { done: readonly Done[]; today: Day }) {
  return (
    <Panel title="What was done, and why">
      {done.length === 0 && <p class="c-small">Nothing yet on these pages.</p>}
      <ul class="c-plain-list">
        {done.map((one) => (
          <li key={one.id}>
            <strong>{one.act}</strong>
            <br />
            {one.reason}
            <br />
            <span class="c-small">
              {one.by}, {dayInWords(one.on, today)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
