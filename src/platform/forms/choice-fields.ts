import { z } from 'zod';
import { type Id, isId } from '../../language/id.ts';
import { type Field, type Option, oneText } from './field.ts';

/** Codes to choose from: bare, with labels, or as a code set of the profile holds them. */
export type Choices<One extends string | Option> = readonly One[] | { readonly codes: readonly One[] };

const YES_OR_NO = [
  { code: 'yes', label: 'Yes' },
  { code: 'no', label: 'No' },
] as const;
const TICKED = [{ code: 'yes', label: 'Yes' }] as const;

/** One of several codes, by radios or a select. A code that is not offered is answered like none: with `message`. */
export function oneOf<const Code extends string>(choices: Choices<Code>, message: string): Field<Code>;
export function oneOf<const One extends Option>(choices: Choices<One>, message: string): Field<One['code']>;
export function oneOf(choices: Choices<string | Option>, message: string): Field<string> {
  const options = optionsOf(choices);
  const schema = oneText(message).refine((text) => isOffered(options, text), { error: message });
  return { kind: 'one of', required: true, options, schema: () => schema };
}

/** Any of several codes, by boxes, given in the order in which they are offered. Without `message` none may be ticked. */
export function someOf<const Code extends string>(
  choices: Choices<Code>,
  message?: string,
): Field<readonly Code[]>;
export function someOf<const One extends Option>(
  choices: Choices<One>,
  message?: string,
): Field<readonly One['code'][]>;
export function someOf(choices: Choices<string | Option>, message?: string): Field<readonly string[]> {
  const options = optionsOf(choices);
  const error = message ?? 'Select only from the list';
  const schema = z
    .array(z.string())
    .refine((texts) => message === undefined || texts.length > 0, { error, abort: true })
    .refine((texts) => texts.every((text) => isOffered(options, text)), { error, abort: true })
    .refine((texts) => new Set(texts).size === texts.length, { error: 'Select each answer only once' })
    .transform((texts) => options.map((option) => option.code).filter((code) => texts.includes(code)));
  const meta = { kind: 'some of', required: message !== undefined, options } as const;
  return { ...meta, schema: () => (message === undefined ? schema.default([]) : schema) };
}

/** Yes or no, with neither selected beforehand: an unanswered question is not a no. */
export function yesNo(message: string): Field<boolean> {
  const schema = oneOf(YES_OR_NO, message).schema;
  return {
    kind: 'yes or no',
    required: true,
    options: YES_OR_NO,
    schema: (context) => schema(context).transform((code) => code === 'yes'),
  };
}

/** A single box. With `message` it must be ticked; without, an unticked box is false. The control sends "yes". */
export function ticked(message?: string): Field<boolean> {
  const schema = oneOf(TICKED, message ?? 'Tick the box or leave it').schema;
  return {
    kind: 'ticked',
    required: message !== undefined,
    options: TICKED,
    schema: (context) => {
      const isTicked = schema(context).transform(() => true);
      return message === undefined ? isTicked.default(false) : isTicked;
    },
  };
}

/** The id of something the page offered. That it exists, and may be seen, is decided where it is loaded. */
export function idField(message: string): Field<Id> {
  const schema = oneText(message).refine(isId, { error: message });
  return { kind: 'id', required: true, options: [], schema: () => schema };
}

function optionsOf(choices: Choices<string | Option>): readonly Option[] {
  const codes = 'codes' in choices ? choices.codes : choices;
  return codes.map((one) => (typeof one === 'string' ? { code: one, label: one } : one));
}

function isOffered(options: readonly Option[], text: string): boolean {
  return options.some((option) => option.code === text);
}
