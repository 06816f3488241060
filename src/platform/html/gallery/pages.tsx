import type { VNode } from 'preact';
import { BoardPage } from './board-page.tsx';
import { FrontPage, RefusedQuestion, WordsQuestion } from './public-pages.tsx';
import { FormPage, ScreeningPage, StatesPage } from './staff-pages.tsx';

/** Every component in every state, as pages to look at and to test; nothing of the product shows them. */
export const GALLERY: Readonly<Record<string, () => VNode>> = {
  front: FrontPage,
  question: WordsQuestion,
  refused: RefusedQuestion,
  board: BoardPage,
  screening: ScreeningPage,
  form: FormPage,
  states: StatesPage,
};
