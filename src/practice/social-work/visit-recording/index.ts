/**
 * Writing a visit down, once for all children who were visited together, and correcting it.
 *
 * What is written for all stands in the file of each child; what is written of one stands in that child's file alone. A visit is refused
 * before birth, in the future, or on a day when nothing was open for the child. A correction is a new version with its reason.
 */
export { routes } from './routes.tsx';
