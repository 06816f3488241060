import type { NamedFieldMeta } from './field.ts';

/** The names of the controls that a page of this form must have; of rows, the first row's: `children.0.givenName`. */
export function controlNames(fields: readonly NamedFieldMeta[]): readonly string[] {
  return fields.flatMap((field) =>
    field.kind === 'repeated'
      ? controlNames(field.fields ?? []).map((inner) => `${field.name}.0.${inner}`)
      : [field.name],
  );
}
