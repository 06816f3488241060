/** Attaching to a sampled case: an adviser sends one document at a time and says what it is; whoever may read it takes it away as a file. */
export { routes } from './routes.tsx';
