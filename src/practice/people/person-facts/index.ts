/**
 * Facts about a person that a worker adds one by one: a name, an address, a telephone number, how to reach them safely, a school or a
 * practice. Each says who or what said so. Nothing is overwritten: what was known before can be read as it was.
 */
export { FactPage, GuardBox, optionsOf, type Typed } from './pages.tsx';
export { routes } from './routes.tsx';
export { detailsOnTimeline } from './timeline.ts';
