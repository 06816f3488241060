import { done, refused } from '../../../language/outcome.ts';
import { NotFound } from '../../../platform/access/decision.ts';
import { action } from '../../../platform/action.ts';
import { oneDocument } from '../../../platform/forms/document-field.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import { keepDocument, MOST_DOCUMENTS } from '../case-sample-document/index.ts';
import type { SampledCase } from '../sampled-case/index.ts';

const MOST_WORDS = 2000;
const WHY_NOT = {
  full: `This case has ${MOST_DOCUMENTS} documents, and no more can be attached`,
  'beside another': 'Another document was attached at the same moment. Send this one again',
} as const;

/** Attaches one document to a case of a sample, while it is read. */
export const attach = action({
  permission: 'sampled case: attach',
  input: form({
    words: words({ empty: 'Enter what the document is', max: MOST_WORDS }),
    file: oneDocument({ empty: 'Choose the document' }),
  }),
  async perform({ file, words: said }, one: SampledCase, context) {
    const came = await keepDocument(context, one.id, file, said);
    if (came === 'ended') throw new NotFound();
    return came === 'kept' ? done(undefined) : refused({ field: 'file', message: WHY_NOT[came] });
  },
});
