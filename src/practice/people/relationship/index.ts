/**
 * A relationship: who two persons on record are to each other, and whether one holds parental responsibility for the other.
 *
 * It is recorded once and read from both sides. The other person is found first and never created here: whoever is not on record comes
 * on record with a contact.
 */
export { routes } from './routes.tsx';
