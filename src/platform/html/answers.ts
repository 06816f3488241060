import type { RawAnswers } from '../forms/raw-answers.ts';

/** The one text that was typed for a name: the first where several came, undefined where none did. */
export function valueIn(values: RawAnswers, name: string): string | undefined {
  return valuesIn(values, name)[0];
}

/** Every text that was sent for a name, in order: a group of boxes sends one for each that is ticked. */
export function valuesIn(values: RawAnswers, name: string): readonly string[] {
  // A name such as "constructor" must not find what every object carries.
  const typed = Object.hasOwn(values, name) ? values[name] : undefined;
  if (typed === undefined) return [];
  return typeof typed === 'string' ? [typed] : typed;
}
