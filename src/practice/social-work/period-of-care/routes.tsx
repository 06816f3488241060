import type { Web } from '../../../platform/web/web.tsx';
import { beginningAndEnd } from '../../people/childhood/index.ts';
import { begin, end } from './actions.ts';
import { BeginningQuestions, EndingQuestions } from './pages.tsx';
import { periodOfCareOnRecord } from './store.ts';

/** Hangs the beginning and the end of a period of care on their addresses. */
export function routes(web: Web): void {
  beginningAndEnd(web, {
    path: 'periods-of-care',
    param: 'periodOfCareId',
    find: periodOfCareOnRecord,
    begin,
    end,
    beginning: {
      title: 'Begin a period of care',
      below: 'From that day they are counted as in care, until the period ends.',
      button: 'Begin the period of care',
      questions: <BeginningQuestions />,
    },
    ending: {
      title: 'End a period of care',
      button: 'End the period of care',
      questions: <EndingQuestions />,
    },
  });
}
