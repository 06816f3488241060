import type { Problem } from '../../../language/outcome.ts';
import type { RawAnswers } from '../../../platform/forms/raw-answers.ts';
import { AsTyped } from '../../../platform/html/as-typed.tsx';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { DocumentInput, WordsInput } from '../../../platform/html/text-inputs.tsx';
import { DraftState } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { DOCUMENT_KINDS } from '../../../profile/code-sets/document-kinds.ts';
import { MOST_DOCUMENTS } from '../case-sample-document/index.ts';
import type { SampledCase } from '../sampled-case/index.ts';

const KINDS = 'A PDF, a PNG or JPEG picture, or plain text, of 900 kB at most.';
const AGAIN = 'It was not kept, and a browser forgets which one it was: choose it again. ';

/** Where the adviser attaches a document to a case. */
export function AttachPage(props: {
  one: SampledCase;
  values: RawAnswers;
  problems: readonly Problem[];
  draft: { readonly url: string; readonly version: number };
}) {
  const { one, values, problems, draft } = props;
  const at = `/sampled-cases/${one.id}`;
  return (
    <>
      <PageHead
        title={`Attach a document to case ${one.number}`}
        above={<Link href={at}>Case {one.number}</Link>}
        below="Whoever may open the case reads it. It is kept as it is and cannot be taken back."
      />
      <ErrorSummary problems={problems} />
      <Panel>
        <p>
          One document at a time, and {MOST_DOCUMENTS} at most for a case. Write nothing in it that tells who
          the child is.
        </p>
        <ActionForm to={`${at}/documents`} draft={draft} file>
          <AsTyped values={values} problems={problems}>
            <DraftState isKept={draft.version > 0} />
            <WordsInput name="words" label="What is it?" hint="In your own words" rows={3} />
            <DocumentInput
              name="file"
              label="The document"
              hint={`${problems.length > 0 ? AGAIN : ''}${KINDS}`}
              accept={DOCUMENT_KINDS.codes.flatMap(({ endings }) => endings).join(',')}
            />
          </AsTyped>
          <SubmitButton busyWords="Attaching">Attach it</SubmitButton>
        </ActionForm>
      </Panel>
    </>
  );
}
