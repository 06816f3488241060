/** What a form sent, exactly as it was typed, also where it was refused: controls show it again unchanged. */
export type TypedAnswers = Readonly<Record<string, string | readonly string[]>>;

/** The one text that was typed for a name: the first where several came, undefined where none did. */
export function valueIn(values: TypedAnswers, name: string): string | undefined {
  return valuesIn(values, name)[0];
}

/** Every text that was sent for a name, in order: a group of boxes sends one for each that is ticked. */
export function valuesIn(values: TypedAnswers, name: string): readonly string[] {
  // A name such as "constructor" must not find what every object carries.
  const typed = Object.hasOwn(values, name) ? values[name] : undefined;
  if (typed === undefined) return [];
  return typeof typed === 'string' ? [typed] : typed;
}
