import { noSubject } from '../../../platform/action.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { NoticePage } from './pages.tsx';
import { ACCESSIBILITY, HELP, RECORDED } from './rules.ts';

/** Hangs each notice on its address, for everybody who is signed in. */
export function routes(web: Web): void {
  for (const notice of [HELP, ACCESSIBILITY, RECORDED]) {
    web.show(notice.path, {
      permission: 'own account: change',
      find: noSubject,
      page: () => ({ title: notice.title, place: null, body: <NoticePage notice={notice} /> }),
    });
  }
}
