/**
 * Keeping accounts: inviting somebody to set a password of their own, ending where they are signed in, and letting them begin their second
 * step anew when it was lost. An administrator sets no password and sees none, and nothing done here takes a second factor away: that takes
 * two people, who have both made sure whom they have before them.
 */
export { beginAnew } from './beginning-anew.ts';
export { AccountPanel } from './pages.tsx';
export { routes } from './routes.tsx';
export { accountShown } from './store.ts';
