/**
 * Asking whether somebody on record is the same person as somebody else whom the viewer sees. The two are then compared like a pair that the program
 * proposed: on the same page, with the same answers, and merged by the same rules.
 */
export { routes } from './routes.tsx';
