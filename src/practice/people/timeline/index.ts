/**
 * The timeline of a person: everything that is recorded about them, newest first, each with its day, its time where one is known, who did
 * it and where it stands in full.
 *
 * Each wing keeps its own facts and says how they read on a timeline (`TimelineSource`); the composition (`src/timelines.ts`) hands all of
 * them to the page. Nothing is copied: the walls, what was known at an earlier instant and every correction hold here as they do there.
 */

export { routes } from './routes.tsx';
export { happening, happenings, type SourceAsked, type TimelineSource } from './source.ts';
