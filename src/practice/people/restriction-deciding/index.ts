/**
 * Deciding who may see a record: putting a wall up, agreeing to it as the second person, and taking it down again, each with the password
 * given anew. The page "Who may see" belongs to every record and says through what somebody sees it.
 */
export { routes } from './routes.tsx';
