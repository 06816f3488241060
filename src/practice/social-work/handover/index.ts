/**
 * A handover: a child is offered to another worker, or to another team, with what they must know.
 *
 * Until it is accepted the first worker keeps the child; whoever is offered it sees the child meanwhile. A team accepts by saying who
 * works with the child, so that no child stands between two teams. It may be declined with a reason, and taken back.
 */
export { type Handover, isForViewer } from './rules.ts';
export { handoversOffered } from './store.ts';
export { handoversOnTimeline } from './timeline.ts';
