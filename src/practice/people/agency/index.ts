/**
 * An agency: an organisation that works with the service, and is asked or tells us something.
 *
 * What a kind of agency may be asked stands in the profile; only agencies whose kind allows something can be asked at all.
 */
export { type Agency, agencies, partnersAsked } from './store.ts';
