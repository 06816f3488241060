/**
 * The page about the households of a person: with whom and where they live, and lived, as lists, as one drawing of years, and in words.
 */
export { routes } from './routes.tsx';
