/**
 * A shared child: what somebody of a partner agency reads of a child while something is shared with them, and what they tell back.
 *
 * They read the parts that the share names and nothing else of the record. Each look is written down. A share that is over, hidden by a wall
 * or another agency's is not there, like one that never was, also for a page that was open when it ended.
 */
export { routes } from './routes.tsx';
export { sharedWithViewer } from './store.ts';
