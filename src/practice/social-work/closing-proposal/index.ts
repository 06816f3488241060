/**
 * Proposing that work with a child ends, in discussion with the family.
 *
 * It asks what the child says first, then each parent on record, or why they were not heard; what they disagree with; how they can come
 * back; and who tells the school and others. What a manager gave back begins with what stood there.
 */
export { routes } from './routes.tsx';
