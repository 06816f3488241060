import { changeOf } from './change-words.ts';
import { type Figure, mostOf } from './figure.ts';
import { type Month, monthName } from './month.ts';
import type { Series } from './series.ts';

/** What a sentence needs to know of a measure besides its figures. */
export type Told = {
  readonly unit: { readonly one: string; readonly many: string };
  readonly target?: number;
};

/** The sentence above a chart in its parts; `text` is all of them, and is also the chart's name for screen readers. */
export type Narrative = {
  readonly level: string;
  readonly change: string;
  readonly standard: string | null;
  readonly caveat: string | null;
  readonly text: string;
};

const FEW = 20;
const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const PERCENT = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });

/**
 * Says in words what a series shows and nothing more: the same series always gives the same sentence.
 *
 * Without a signal no word of change is used at all. With one, the only words are "unusually high (low)" and "has shifted up (down)":
 * whether that is good is the mark's business, and why it happened is the comment's.
 */
export function narrative(series: Series, told: Told): Narrative {
  const last = series.months.at(-1);
  if (last === undefined)
    return together({ level: 'Nothing has been counted yet.', change: '', standard: null, caveat: null });
  return together({
    level: levelOf(last.month, last.figure, told),
    change: changeOf(series),
    standard: standardOf(series, told),
    caveat: caveatOf(series, last.figure, told),
  });
}

function together(parts: Omit<Narrative, 'text'>): Narrative {
  const all = [parts.level, parts.change, parts.standard, parts.caveat];
  return { ...parts, text: all.filter((part) => part !== null && part !== '').join(' ') };
}

/** A value in the unit it is read in: 84%, 5.4, 1,240. */
export function valueWords(value: number, kind: Figure['kind']): string {
  return kind === 'proportion' ? PERCENT.format(value) : NUMBER.format(value);
}

function levelOf(month: Month, figure: Figure, { unit }: Told): string {
  const { kind, value, met, counted } = figure;
  const when =
    kind === 'stock' || kind === 'load' ? `at the end of ${monthName(month)}` : `in ${monthName(month)}`;
  if (value === null) return `Nothing to count ${when}.`;
  if (kind === 'proportion')
    return `${valueWords(value, kind)} ${when}: ${NUMBER.format(met)} of ${NUMBER.format(counted)}.`;
  if (value === 0 && kind !== 'duration') return `No ${unit.many} ${when}.`;
  const level = `${valueWords(value, kind)} ${value === 1 ? unit.one : unit.many} ${when}`;
  const most = mostOf(figure);
  return most === null ? `${level}.` : `${level}; the most of one is ${NUMBER.format(most)}.`;
}

function standardOf({ assurance, months }: Series, { target }: Told): string | null {
  const kind = months.at(-1)?.figure.kind;
  if (assurance === null || target === undefined || kind === undefined) return null;
  const standard = `the standard of ${valueWords(target, kind)}`;
  if (assurance === 'keeps') return `As things are, ${standard} is kept.`;
  if (assurance === 'cannot') return `As things are, ${standard} cannot be kept.`;
  return `As things are, ${standard} is met in some months and not in others.`;
}

function caveatOf({ rolling, onTrial }: Series, figure: Figure, { unit }: Told): string | null {
  if (onTrial !== null)
    return `The limits are on trial: they rest on ${onTrial} month${onTrial === 1 ? '' : 's'}.`;
  const { kind, counted, interval } = rolling ?? figure;
  if (interval === null || counted === 0) return null;
  if (rolling !== null) {
    const share = `${NUMBER.format(rolling.met)} of ${NUMBER.format(counted)}`;
    return `Over twelve months ${share}, which fits anything from ${range(interval, kind)}.`;
  }
  const what = kind === 'proportion' ? '' : ` ${unit.many}`;
  return counted < FEW ? `Few were counted: this fits anything from ${range(interval, kind)}${what}.` : null;
}

function range({ lower, upper }: NonNullable<Figure['interval']>, kind: Figure['kind']): string {
  return `${valueWords(lower, kind)} to ${valueWords(upper, kind)}`;
}
