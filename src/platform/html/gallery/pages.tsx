import type { VNode } from 'preact';
import { BoardPage } from './board-page.tsx';
import { FrontPage, RefusedQuestion, WordsQuestion } from './public-pages.tsx';
import { FormPage, ScreeningPage } from './staff-pages.tsx';
import { SignInPage, StatesPage } from './state-pages.tsx';

/** Every component in every state, as pages to look at and to test; nothing of the product shows them. */
export const GALLERY: Readonly<Record<string, () => VNode>> = {
  front: FrontPage,
  question: WordsQuestion,
  refused: RefusedQuestion,
  board: BoardPage,
  screening: ScreeningPage,
  form: FormPage,
  states: StatesPage,
  'sign-in': SignInPage,
};
