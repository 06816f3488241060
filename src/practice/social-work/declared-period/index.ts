/**
 * Declaring a period: something changes for children all at once (schools are closed), and until it ends they are to be seen within another
 * time than the profile asks. A manager declares and ends it; the earlier of the two days counts.
 *
 * What it is and how it is read stands in `people/what-is-asked`; what it does to due days, in the view `child_clock`.
 */
export { DeclaredNotice } from './notice.tsx';
export { routes } from './routes.tsx';
