import { type CodeOf, codeSet } from './code-set.ts';

/** The kinds of document that may be attached, each with the type it is sent as and how names of such files end. */
export const DOCUMENT_KINDS = codeSet({
  id: 'document kind',
  title: 'Kinds of document',
  source: 'Wording proposed; no published list was found',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'pdf', label: 'PDF', type: 'application/pdf', endings: ['.pdf'] },
    { code: 'png', label: 'PNG picture', type: 'image/png', endings: ['.png'] },
    { code: 'jpeg', label: 'JPEG picture', type: 'image/jpeg', endings: ['.jpg', '.jpeg'] },
    { code: 'text', label: 'Plain text', type: 'text/plain; charset=utf-8', endings: ['.txt'] },
  ],
});

/** The code of a kind of document. */
export type DocumentKind = CodeOf<typeof DOCUMENT_KINDS>;
