import type { Problem } from '../../language/outcome.ts';
import type { RawAnswers } from './raw-answers.ts';

type Typed = { readonly values: RawAnswers; readonly problems: readonly Problem[] };

/**
 * What was typed into rows (`children.0.said`), put under the places that the page gives those rows now: `key` names the hidden control
 * that says whom a row is about, `ids` are they in their order. The list may have changed since a draft was kept, and no words may come
 * to stand under somebody else; what was typed of somebody who is no longer there is left out.
 */
export function underOwnRows(
  { values, problems }: Typed,
  { rows, key }: { readonly rows: string; readonly key: string },
  ids: readonly string[],
): Typed {
  const keyAt = new RegExp(`^${rows}\\.(\\d+)\\.${key}$`, 'u');
  const rowAt = new RegExp(`^${rows}\\.(\\d+)\\.(.+)$`, 'su');
  const places = new Map(
    Object.entries(values).flatMap(([name, id]) => {
      const at = keyAt.exec(name)?.[1];
      const place = ids.indexOf(String(id));
      return at === undefined || place < 0 ? [] : [[at, place] as const];
    }),
  );
  const moved = (name: string) => {
    const [, at, rest] = rowAt.exec(name) ?? [];
    if (at === undefined) return name;
    const place = places.get(at);
    return place === undefined ? undefined : `${rows}.${place}.${rest}`;
  };
  const own = Object.entries(values).flatMap(([name, typed]) => {
    const to = moved(name);
    return to === undefined ? [] : [[to, typed] as const];
  });
  return {
    values: Object.fromEntries(own),
    problems: problems.map((problem) => ({ ...problem, field: moved(problem.field) ?? '' })),
  };
}
