/**
 * The page of one contact: everything that was said, by whom, about which children, and how it stands.
 *
 * The child's own words come first, then the referrer's, then what goes well and what would help; beside them the clock, who has it,
 * every rating with its reason, and the six dates apart. What partners hold, what we already know, what was decided and who was told
 * come from slices of their own. The page can be asked as it was known at an earlier instant.
 */
export { routes } from './routes.tsx';
