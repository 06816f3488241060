/**
 * The details of a person on record: who they are, how to reach them safely, whom they live with, where they go to school, and every
 * contact about them, each fact with who said it and since when it stands here.
 *
 * A guarded address is shown to roles that read that class; others are told whom to ask. The page can be read as it was known before.
 */
export { AddressesPanel } from './panels.tsx';
export { routes } from './routes.tsx';
export { type Address, addressesOf } from './store.ts';
