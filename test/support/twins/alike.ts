import type { LightMyRequestResponse } from 'fastify';

/** Compares what two worlds answer, sign by sign, after masking what differs by nature: the clock, and ids and keys that were made by chance. */
export type Comparison = {
  /** Says where two answers differ, or undefined where they are the same to whoever asked. */
  difference(path: string, one: LightMyRequestResponse, other: LightMyRequestResponse): string | undefined;
  /** What the other world calls something that was made in both. */
  inOther(text: string): string;
};

const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
const KEYS = /((?:name="(?:submission-)?key" value|data-key|nonce)="|'nonce-)[\w+/=-]{16,44}/g;
/** 08:31, 8.31am, and instants as in `datetime` and in addresses. */
const CLOCK = /\b\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:Z| ?[ap]m)?\b|\b\d{1,2}(?:am|pm)\b/g;

/** Pages that count everyone (decisions 0006, 0028 and 0045): a number on them may differ, and what says how many of it are not shown. */
const COUNTING =
  /^\/(?:measures|caseloads|desk|team|teams|staff|absences|allocations|handovers|rating-exercises|rating-cases)\b|^\/people\/[^/]+\/(?:allocations|handovers)\b/;
const NOT_SHOWN = [
  /<p class="c-small">[^<]* counted whom you may not see\.<\/p>/g,
  / ?N of the N cases stand elsewhere, where you may not see them\./g,
  / ?N stands? elsewhere, where you may not see them\./g,
  / ?N stand where you may not see them, and are not dealt by you\./g,
  / ?N not shown to you\./g,
];

/** Begins a comparison: ids of things that are made meanwhile are held against each other from their first appearance on. */
export function beginComparison(): Comparison {
  const pairs = new Map<string, string>();
  const sameIds = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length &&
    one.every((id, at) => {
      const twin = other[at] ?? '';
      if (!pairs.has(id)) pairs.set(id, twin);
      return pairs.get(id) === twin;
    });
  return {
    difference(path, one, other) {
      if (one.statusCode !== other.statusCode) return `status ${one.statusCode}, not ${other.statusCode}`;
      const [a, b] = [written(one), written(other)];
      const seen = (text: string) => (COUNTING.test(path) ? withoutNumbers(masked(text)) : masked(text));
      const at = firstDifference(seen(a), seen(b));
      if (at !== undefined) return at;
      return sameIds(a.match(UUID) ?? [], b.match(UUID) ?? []) ? undefined : 'another id';
    },
    inOther: (text) => text.replaceAll(UUID, (id) => pairs.get(id) ?? id),
  };
}

/** Headers and body. How long the body is, is read from the body itself: a masked clock is not always as long. */
function written({ headers, body }: LightMyRequestResponse): string {
  const lines = Object.entries(headers).filter(([name]) => name !== 'date' && name !== 'content-length');
  return `${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n\n${body}`;
}

function masked(text: string): string {
  return text.replaceAll(UUID, 'ID').replaceAll(KEYS, '$1KEY').replaceAll(CLOCK, 'CLOCK');
}

function withoutNumbers(text: string): string {
  const without = text
    .replaceAll(/\d+(?:[.,]\d+)*/g, 'N')
    // One is a count like any other.
    .replaceAll(/\bN (?:child|children)\b/g, 'N children')
    .replaceAll(/\bN (?:family|families)\b/g, 'N families');
  return NOT_SHOWN.reduce((rest, sentence) => rest.replaceAll(sentence, ''), without);
}

function firstDifference(one: string, other: string): string | undefined {
  if (one === other) return undefined;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const near = (text: string) => text.slice(Math.max(0, at - 60), at + 60).replaceAll(/\s+/g, ' ');
  return `"${near(one)}" and "${near(other)}"`;
}
