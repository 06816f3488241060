import { type Id, id } from '../language/id.ts';

/** Chance that repeats itself: the same seed and name give the same numbers, on every machine. Not for secrets. */
export type Random = {
  /** From 0, included, to 1, not included. */
  unit(): number;
  /** A whole number between two, both included. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<Value>(list: readonly Value[]): Value;
  weighted<Value>(rows: readonly (readonly [Value, number])[]): Value;
  /** So many different ones, in random order; all of them where there are fewer. */
  some<Value>(list: readonly Value[], count: number): readonly Value[];
  normal(): number;
  exponential(mean: number): number;
  /** Always positive, `median` in the middle; `spread` is the standard deviation of its logarithm. */
  lognormal(median: number, spread: number): number;
  bytes(count: number): Uint8Array;
  /** A UUID of version 4, made of this stream. */
  id(): Id;
};

/**
 * A stream of its own for each process, named by it: a process that is added or draws more disturbs no other.
 *
 * The generator is sfc32 (PractRand finds nothing wrong with it), started by hashing seed and name.
 */
export function randomStream(seed: string, name: string): Random {
  const unit = sfc32(hashed(`${seed}/${name}`));
  const whole = (from: number, to: number) => from + Math.floor(unit() * (to - from + 1));
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(unit() * 256));
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return {
    unit,
    whole,
    bytes,
    normal,
    chance: (probability) => unit() < probability,
    pick: (list) => at(list, Math.floor(unit() * list.length)),
    weighted: (rows) => weighted(rows, unit()),
    some: (list, count) => some(list, count, whole),
    exponential: (mean) => -mean * Math.log(1 - unit()),
    lognormal: (median, spread) => median * Math.exp(spread * normal()),
    id: () => idFrom(unit),
  };
}

function weighted<Value>(rows: readonly (readonly [Value, number])[], drawn: number): Value {
  let left = drawn * rows.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of rows) {
    left -= weight;
    if (left < 0) return value;
  }
  return at(rows, rows.length - 1)[0];
}

function some<Value>(list: readonly Value[], count: number, whole: Random['whole']): readonly Value[] {
  const left = [...list];
  return Array.from({ length: Math.min(count, list.length) }, () =>
    left.splice(whole(0, left.length - 1), 1),
  ).flat();
}

function at<Value>(list: readonly Value[], index: number): Value {
  const found = list[index];
  if (found === undefined) throw new RangeError('nothing to choose from');
  return found;
}

const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

function idFrom(unit: () => number): Id {
  const part = () => hex(Math.floor(unit() * 65_536));
  const version = `4${part().slice(1)}`;
  const variant = hex(0x8000 | Math.floor(unit() * 0x4000));
  return id(`${part()}${part()}-${part()}-${version}-${variant}-${part()}${part()}${part()}`);
}

/** Four signs of a number below 65,536. */
function hex(value: number): string {
  return `${HEX[value >> 8]}${HEX[value & 255]}`;
}

/** FNV-1a over the text, four times from different beginnings. */
function hashed(text: string): readonly [number, number, number, number] {
  const from = (begin: number) =>
    [...text].reduce(
      (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0,
      begin,
    );
  return [from(0x811c9dc5), from(0x9e3779b9), from(0x85ebca6b), from(0xc2b2ae35)];
}

function sfc32(start: readonly [number, number, number, number]): () => number {
  let [one, two, three, counter] = start;
  const next = () => {
    const sum = (((one + two) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    one = two ^ (two >>> 9);
    two = (three + (three << 3)) | 0;
    three = ((three << 21) | (three >>> 11)) + sum;
    three |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warmed = 0; warmed < 15; warmed += 1) next();
  return next;
}
