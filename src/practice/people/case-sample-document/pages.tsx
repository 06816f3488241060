import { dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import { Link } from '../../../platform/html/links.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { DOCUMENT_KINDS } from '../../../profile/code-sets/document-kinds.ts';
import { type CaseDocument, sizeInWords } from './rules.ts';

/** The documents of a case, each with what it is, who attached it, and the way to take it away. */
export function DocumentLines(props: {
  documents: readonly CaseDocument[];
  /** Where the documents of this page are taken, without the number of the document. */
  at: string;
  by: string;
  today: Day;
}) {
  const { documents, at, by, today } = props;
  if (documents.length === 0) return null;
  return (
    <>
      {documents.map((one) => (
        <div key={one.id} class="c-file">
          <Words
            words={one.words}
            by={`${by}, ${dayInWords(dayOf(one.attachedAt), today)}, ${timeInWords(one.attachedAt)}`}
          />
          <p>
            <Link href={`${at}/${one.id}`}>Take document {one.number}</Link>: {one.fileName} (
            {labelOf(DOCUMENT_KINDS, one.kind)}, {sizeInWords(one.size)})
          </p>
          <p class="c-small">SHA-256: {one.sha256}</p>
        </div>
      ))}
      <p class="c-small">
        Not checked for viruses. Open a document only on a machine that checks what it opens.
      </p>
    </>
  );
}
