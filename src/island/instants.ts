/** The earlier of two instants. */
export function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

/** An instant between two, at a share of the way. */
export function between(from: Date, until: Date, share: number): Date {
  return new Date(from.getTime() + Math.max(0, until.getTime() - from.getTime()) * share);
}
