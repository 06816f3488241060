/**
 * A closing letter: what one of the family is told when a period of service has ended with them, and how.
 *
 * It names no child and says how to come back. A mail goes by itself where somebody said that mail is safe and we can write their language;
 * everything else waits for a person who tells them by the way that stands beside it. Nobody is told where that would be dangerous or is forbidden.
 */
export { routes } from './routes.tsx';
export { type ClosingLetter, closingLetter, type ToTell, toldInWords } from './rules.ts';
export { writeClosingLetters } from './sending.ts';
export { closingLettersOf, closingLetterWasSent } from './store.ts';
