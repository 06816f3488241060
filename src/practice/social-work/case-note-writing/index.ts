/**
 * Writing a case note, once for all children it is about, and correcting it.
 *
 * What is written for all stands in the file of each child; what is written of one stands in that child's file alone. It is refused in
 * the future. A correction is a new version with its reason.
 */
export { routes } from './routes.tsx';
