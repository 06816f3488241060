import type { Id } from '../../../language/id.ts';

/** Where everything stands that was proposed for closing with the family of a child. */
export function closingsAt(personId: Id): string {
  return `/people/${personId}/closings`;
}

/** Where closing with the family of a child is proposed. */
export function proposeClosingAt(personId: Id): string {
  return `${closingsAt(personId)}/new`;
}
