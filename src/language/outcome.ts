/** Says what is wrong with one answer, in plain words, and at which field it is shown. */
export type Problem = { readonly field: string; readonly message: string };

/** A decision: the thing that was asked for, or the problems that stand in its way. Never an exception. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Grants what was asked for. */
export function done<Value>(value: Value): Outcome<Value> {
  return { ok: true, value };
}

/** Refuses, with at least one problem addressed to a field. */
export function refused(problem: Problem, ...more: readonly Problem[]): Outcome<never> {
  return { ok: false, problems: [problem, ...more] };
}

/** Refuses where somebody else has done it, or made it impossible, a moment before. `now` says where it is shown how things stand. */
export function unlessQuicker<Value>(changed: boolean, value: Value, now: string): Outcome<Value> {
  return changed ? done(value) : refused({ field: '', message: `Somebody else was quicker. ${now}` });
}
