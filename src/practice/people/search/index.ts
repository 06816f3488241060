/**
 * Finding a person on record: by a name as it was spelt or misspelt, as it sounds, by a former name, an initial, a date of birth, a child
 * number or a telephone number, and always with the reason.
 *
 * Whoever may not be seen is not found, and changes nothing about what is found. The same comparison proposes who a child of a contact
 * might be, so that nobody is put on record twice.
 */
export { type Hit, reasonsInWords } from '../likeness/index.ts';
export { candidatesFor, type Described } from './candidates.ts';
export { routes, searchPeople } from './routes.tsx';
