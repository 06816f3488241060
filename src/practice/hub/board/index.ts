/**
 * The board: every contact that has no answer yet, oldest clock first.
 *
 * How many there are is the largest figure of the page, and zero is its normal state. Each row says how its clock stands, how it is
 * rated, which children, what was said and who by, whether they were told about before, what the referrer thinks, what partners have
 * sent back, and who has it. The address holds the filters; single keys move, open, rate, take and ask.
 */
export { routes } from './routes.tsx';
