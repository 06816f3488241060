/**
 * A screening meeting: the hub and its partners go through contacts together and decide them one by one.
 *
 * It is a row of its own: the day, who and which agencies sat, the contacts that were taken in their order, and through the decisions who
 * decided what. One runs at a time, and takes what is unanswered, the contact that is due first at the top.
 */
export { routes } from './routes.tsx';
export { currentTurn, type Meeting, mayDefer, mayGoOn, type Turn, turnsThrough } from './rules.ts';
export { endMeeting, meetingOnRecord, turnsOf } from './store.ts';
