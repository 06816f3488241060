import { addSlices } from '../../src/app.ts';
import type { Day } from '../../src/language/day.ts';
import type { Outcome } from '../../src/language/outcome.ts';
import type { NamedFieldMeta } from '../../src/platform/forms/field.ts';
import type { RawAnswers } from '../../src/platform/forms/raw-answers.ts';

/** An action as it hangs on its address: what its form asks, and of what kind its subject is. */
export type ServedAction = {
  readonly path: string;
  readonly name: string;
  readonly permission: string;
  readonly kind: string;
  readonly fields: readonly NamedFieldMeta[];
  /** Reads answers as the form does, without anybody, a subject or a database. */
  read(answers: RawAnswers, today: Day): Outcome<unknown>;
};

/** Every action that the product serves, as the slices themselves hang them up. */
export function servedActions(): readonly ServedAction[] {
  const found: ServedAction[] = [];
  addSlices({
    show: () => undefined,
    file: () => undefined,
    publicPage: () => undefined,
    publicForm: () => undefined,
    submit(path, { name, permission, input }, { find }) {
      found.push({
        path,
        name,
        permission,
        kind: find.kind,
        fields: input.fields,
        read: (answers, today) => input.read(answers, { today }),
      });
    },
  });
  return found;
}
