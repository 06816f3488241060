/**
 * An early-help episode: help that a family was offered, said yes or no to, and had, from when until when.
 *
 * The hub's decision offers it and hands over what was said, so that nobody has to tell it again. It is open from the day it begins,
 * never from the offer. One that was withdrawn with its decision, before anybody was told, never counts.
 */
export { declinedReasonIn, type Episode, episodeInWords } from './rules.ts';
export {
  episodesNotBegun,
  episodesOf,
  moveEpisodes,
  offerEarlyHelp,
  withdrawEpisodes,
} from './store.ts';
export { earlyHelpOnTimeline } from './timeline.ts';
