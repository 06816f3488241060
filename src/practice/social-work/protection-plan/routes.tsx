import type { Web } from '../../../platform/web/web.tsx';
import { beginningAndEnd } from '../../people/childhood/index.ts';
import { begin, end } from './actions.ts';
import { BeginningQuestions, EndingQuestions } from './pages.tsx';
import { protectionPlanOnRecord } from './store.ts';

/** Hangs the beginning and the end of a protection plan on their addresses. */
export function routes(web: Web): void {
  beginningAndEnd(web, {
    path: 'protection-plans',
    param: 'protectionPlanId',
    find: protectionPlanOnRecord,
    begin,
    end,
    beginning: {
      title: 'Begin a protection plan',
      below: 'From that day they are counted as on a plan, until it ends.',
      button: 'Begin the plan',
      questions: <BeginningQuestions />,
    },
    ending: { title: 'End a protection plan', button: 'End the plan', questions: <EndingQuestions /> },
  });
}
