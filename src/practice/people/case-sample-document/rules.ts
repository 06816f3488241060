import { counted } from '../../../language/dates-in-words.ts';
import type { Id } from '../../../language/id.ts';
import type { DocumentKind } from '../../../profile/code-sets/document-kinds.ts';

/** The most documents that a case of a sample may have; the table holds it too. */
export const MOST_DOCUMENTS = 20;

/** A document of a case, without its bytes. `size` counts bytes. */
export type CaseDocument = {
  readonly id: Id;
  readonly caseId: Id;
  readonly number: number;
  readonly words: string;
  readonly fileName: string;
  readonly kind: DocumentKind;
  readonly size: number;
  readonly sha256: string;
  readonly attachedAt: Date;
};

/** How large a document is, as people say it: in thousands of bytes, never less than it is. */
export function sizeInWords(bytes: number): string {
  return bytes < 1000 ? counted(bytes, 'byte') : `${Math.ceil(bytes / 1000)} kB`;
}
