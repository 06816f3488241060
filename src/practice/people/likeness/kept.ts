import type { Id } from '../../../language/id.ts';
import type { Hit, Known } from './rules.ts';

/** Whoever was found by a record that leads to another is found once, as that other, and it says by which number. */
export function asKept(
  hits: readonly Hit[],
  leads: ReadonlyMap<Id, Id>,
  known: readonly Known[],
): readonly Hit[] {
  return hits.map((hit) => {
    const kept = leads.get(hit.id);
    if (kept === undefined) return hit;
    const words = known.find(({ id }) => id === hit.id)?.number;
    return { ...hit, id: kept, reasons: [...hit.reasons, { kind: 'other record', words }] };
  });
}
