/**
 * The nine squares of the two risks: where a case sat and sits, or how many sit in each and which way they moved.
 *
 * Harm runs to the right and family breakdown upwards. Every square has its words, and the drawing a sentence that says all it shows.
 */
export { type Move, RatingGrid, type Square, squareInWords } from './grid.tsx';
