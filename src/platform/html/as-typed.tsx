import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Problem } from '../../language/outcome.ts';
import type { RawAnswers } from '../forms/raw-answers.ts';
import { valueIn, valuesIn } from './answers.ts';

type Typed = { readonly values: RawAnswers; readonly problems: readonly Problem[] };

const TypedBefore = createContext<Typed>({ values: {}, problems: [] });

/** Every control inside shows again what was typed under its name, and what is wrong with it, unless it is told otherwise itself. */
export function AsTyped({ values, problems, children }: Typed & { children: ComponentChildren }) {
  return <TypedBefore.Provider value={{ values, problems }}>{children}</TypedBefore.Provider>;
}

/** What a control holds: what it is told itself comes before what was typed into the form round it. */
export function useTyped(control: {
  readonly name: string;
  readonly value?: string | undefined;
  readonly values?: readonly string[] | undefined;
  readonly problems?: readonly Problem[] | undefined;
}) {
  const typed = useContext(TypedBefore);
  return {
    value: control.value ?? valueIn(typed.values, control.name),
    values: control.values ?? valuesIn(typed.values, control.name),
    problems: control.problems ?? typed.problems,
  };
}
