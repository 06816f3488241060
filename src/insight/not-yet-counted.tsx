import { PageHead, Panel } from '../platform/html/panel.tsx';
import type { Context, Page } from '../platform/web/context.ts';
import { AskingForm } from './asking.tsx';
import type { NotYetCounted } from './counted.ts';
import { type Month, monthWords } from './month.ts';

const WORDS: Readonly<Record<NotYetCounted['when'], string>> = {
  'being counted':
    'The figures are being counted for the first time since the program began. Look again in a minute.',
  'with the next count':
    'There is too much on record to count this month while you wait. It is counted with the next count: look again in a quarter of an hour.',
  never:
    'There is too much on record to count it as it was known on an earlier day while you wait. Ask for the newest, or have it counted by the command `continuum measure`.',
};

/** What a page of figures says where there are none to show yet: what happens next and when, and never a wrong or half number. */
export function notYetCountedPage(
  { when }: NotYetCounted,
  asked: { title: string; to: string; month: Month; context: Context },
): Page {
  const { title, to, month, context } = asked;
  return {
    title,
    place: 'insight',
    looked: { kind: 'measure', persons: [] },
    body: (
      <>
        <PageHead title={title} below={monthWords(month)} />
        <AskingForm to={to} month={month} context={context} />
        <Panel>
          <p>{WORDS[when]}</p>
        </Panel>
      </>
    ),
  };
}
