/** Asking for emergency access, agreeing to it where the record is sealed, and reviewing it afterwards. */
export { routes } from './routes.tsx';
