import { type ComponentChild, type ComponentChildren, createContext } from 'preact';
import type { Problem } from '../../language/outcome.ts';
import type { RawAnswers } from '../forms/raw-answers.ts';
import { valueIn, valuesIn } from './answers.ts';
import { within } from './within.ts';

type Typed = { readonly values: RawAnswers; readonly problems: readonly Problem[] };

const TypedBefore = createContext<Typed>({ values: {}, problems: [] });

/** Every control inside shows again what was typed under its name, and what is wrong with it, unless it is told otherwise itself. */
export function AsTyped({ values, problems, children }: Typed & { children: ComponentChildren }) {
  return <TypedBefore.Provider value={{ values, problems }}>{children}</TypedBefore.Provider>;
}

type Control = {
  readonly name: string;
  readonly value?: string | undefined;
  readonly values?: readonly string[] | undefined;
  readonly problems?: readonly Problem[] | undefined;
};

type Held = {
  readonly value: string | undefined;
  readonly values: readonly string[];
  readonly problems: readonly Problem[];
};

/** A control with what it holds: what it is told itself comes before what was typed into the form round it. */
export function control<Props extends Control>(write: (props: Props, held: Held) => ComponentChild) {
  return within(TypedBefore, (props: Props, typed: Typed) =>
    write(props, {
      value: props.value ?? valueIn(typed.values, props.name),
      values: props.values ?? valuesIn(typed.values, props.name),
      problems: props.problems ?? typed.problems,
    }),
  );
}
