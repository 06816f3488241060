import { dayInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import type { Problem } from '../../../language/outcome.ts';
import { SubmitButton } from '../../../platform/html/buttons.tsx';
import { Details } from '../../../platform/html/disclosure.tsx';
import { EmptyState } from '../../../platform/html/empty-state.tsx';
import { ErrorSummary } from '../../../platform/html/error-summary.tsx';
import { Link } from '../../../platform/html/links.tsx';
import { PageHead, Panel } from '../../../platform/html/panel.tsx';
import { Table } from '../../../platform/html/table.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import { ActionForm } from '../../../platform/web/action-form.tsx';
import { labelOf } from '../../../profile/code-sets/code-set.ts';
import { LANGUAGES } from '../../../profile/code-sets/languages.ts';
import { writtenFor } from '../../people/letter-words/index.ts';
import type { PersonBrief } from '../../people/person/index.ts';
import { type ClosingLetter, toldInWords } from './rules.ts';

/** Whoever of a family is still to be told that the work has ended, with what and how. */
export function ClosingLettersPage(props: {
  letters: readonly ClosingLetter[];
  people: ReadonlyMap<Id, PersonBrief>;
  problems: readonly Problem[];
  today: Day;
}) {
  const { letters, people, problems, today } = props;
  const named = (id: Id) => people.get(id)?.name ?? 'Somebody on record';
  return (
    <>
      <PageHead title="Families to tell" below="Our work with them has ended. An email goes by itself." />
      <ErrorSummary problems={problems} />
      <Panel flush={letters.length > 0}>
        {letters.length === 0 ? (
          <EmptyState title="Every family has been told" figure={0} calm />
        ) : (
          <Table
            caption="Families to tell, the longest waiting first"
            movable
            columns={[
              { head: 'Whom', isName: true, narrow: 'lead' },
              { head: 'Child', narrow: 'beside' },
              { head: 'How', narrow: 'full' },
              { head: 'Since', narrow: 'start' },
              { head: 'Done', narrow: 'end' },
            ]}
            rows={letters.map((letter) => ({
              id: letter.id,
              cells: [
                letter.readerId === undefined ? letter.named : named(letter.readerId),
                <Link key="child" href={`/people/${letter.personId}`}>
                  {named(letter.personId)}
                </Link>,
                <How key="how" letter={letter} />,
                dayInWords(dayOf(letter.madeAt), today),
                <ActionForm key="told" to={`/closing-letters/${letter.id}/telling`}>
                  <SubmitButton kind="secondary" size="compact">
                    They were told
                  </SubmitButton>
                </ActionForm>,
              ],
            }))}
          />
        )}
      </Panel>
    </>
  );
}

function How({ letter }: { letter: ClosingLetter }) {
  return (
    <>
      {toldInWords(letter)}
      {letter.language !== letter.writtenIn && (
        <div>In {labelOf(LANGUAGES, letter.language)}: put it into their language</div>
      )}
      {writtenFor(letter.writtenIn, true).awaitsCheck && <Tag>Awaiting a native speaker’s check</Tag>}
      <Details summary="What they are told">
        <Words words={letter.words} />
      </Details>
    </>
  );
}
