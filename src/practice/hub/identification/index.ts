/**
 * Identification: who a child of a contact is.
 *
 * What was said stands beside everybody on record who might be meant, each with the reason. A worker chooses one of them, or nobody of
 * these; then the child comes on record with what was said, and nothing is typed twice. Nobody comes on record before the candidates
 * were shown. A mistake is corrected in the same place, with the reason, and stays readable.
 */
export { routes } from './routes.tsx';
