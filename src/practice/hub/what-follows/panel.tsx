import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { valueIn } from '../../../platform/html/answers.ts';
import { Checkboxes } from '../../../platform/html/choices.tsx';
import { Notice } from '../../../platform/html/disclosure.tsx';
import { PanelPart } from '../../../platform/html/panel.tsx';
import type { Context } from '../../../platform/web/context.ts';
import { type Followed, isNothing, whatGoesAlong } from './rules.ts';

/** What stands on the wrong record, what becomes of it, and the box that says so; nothing where nothing was opened. */
export function GoesAlong(props: {
  followed: Followed;
  /** Who works with the person the child was taken for. */
  worker: string | undefined;
  values: RawAnswers;
  problems: readonly Problem[];
  context: Pick<Context, 'today' | 'viewer'>;
}) {
  const { followed, worker, values, problems, context } = props;
  if (isNothing(followed)) return null;
  if (!context.viewer.permissions.has('contact: correct'))
    return (
      <Notice colour="amber">
        Something was opened for this child. Somebody who decides about contacts puts it right.
      </Notice>
    );
  return (
    <PanelPart title="What was opened for the person they were taken for">
      <ul class="govuk-list govuk-list--bullet">
        {whatGoesAlong(followed, context.today).map((words) => (
          <li key={words}>{words}.</li>
        ))}
      </ul>
      <Checkboxes
        name="goesAlong"
        label="If this child is somebody else, it goes along"
        hint={`${worker ?? 'Nobody'} works with the person they were taken for. No worker changes with it: a manager allocates.`}
        options={[
          {
            value: 'yes',
            label: 'It goes along to the right person',
            hint: 'It leaves the record where it stands now. What stood there before stays readable as known before.',
          },
        ]}
        values={valueIn(values, 'goesAlong') === 'yes' ? ['yes'] : []}
        problems={problems}
        small
      />
    </PanelPart>
  );
}
