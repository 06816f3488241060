import type { ComponentChildren } from 'preact';
import type { Problem } from '../../language/outcome.ts';
import type { RawAnswers } from '../../platform/forms/raw-answers.ts';
import { HiddenInputs } from '../../platform/html/buttons.tsx';
import { SaveState } from '../../platform/html/voice.tsx';
import { PublicFrame } from '../frame.tsx';
import { addressOf, clockOf, clockTime, type Reader } from '../reader.ts';
import type { Reading } from './rules.ts';
import { MESSAGES, put } from './words/pages.ts';

/** The one address of the request. Every page of it is sent there, so that nothing of it stands in a browser's history. */
export const ADDRESS = '/requests/new';

/** Somebody's request as a page shows it: what they wrote so far, the parts they have been through, since when it is kept. */
export type View = {
  readonly reader: Reader;
  readonly reading: Reading;
  readonly key: string;
  readonly answers: RawAnswers;
  readonly seen: readonly string[];
  readonly savedAt: Date | undefined;
};

/** The frame of every page of the request. */
export function RequestPage(props: {
  reader: Reader;
  title: string;
  problems?: readonly Problem[] | undefined;
  children: ComponentChildren;
}) {
  return (
    <PublicFrame
      reader={props.reader}
      title={`${props.title} – ${MESSAGES.service}`}
      path={ADDRESS}
      problems={props.problems}
    >
      {props.children}
    </PublicFrame>
  );
}

/**
 * The form of a page, with the key that opens what was written and the page it comes from.
 *
 * Enter presses the first button of a form, and the first that can be seen may lead back: so an unseen one that goes on stands first.
 */
export function RequestForm(props: {
  view: Pick<View, 'reader' | 'key'>;
  at: string;
  onEnter?: string | undefined;
  /** Keeps what is typed while it is typed. */
  isDraft?: boolean | undefined;
  children: ComponentChildren;
}) {
  const address = addressOf(props.view.reader, ADDRESS);
  const { part } = MESSAGES;
  return (
    <form
      method="post"
      action={address}
      novalidate
      autocomplete="off"
      data-draft={props.isDraft}
      data-draft-url={props.isDraft ? `${address}/kept` : undefined}
      data-saved-words={part.keptWords}
      data-saved-clock={clockOf(props.view.reader)}
      data-waiting-words={part.waiting}
      data-refused-words={part.refused}
    >
      <HiddenInputs values={{ key: props.view.key, at: props.at }} />
      {props.onEnter && (
        <button
          type="submit"
          name="go"
          value={props.onEnter}
          class="c-hidden"
          tabIndex={-1}
          aria-hidden="true"
        >
          {part.last}
        </button>
      )}
      {props.children}
    </form>
  );
}

/** Says since when it is kept, and where. */
export function Kept({ reader, savedAt }: Pick<View, 'reader' | 'savedAt'>) {
  const { part } = MESSAGES;
  const words = savedAt ? put(part.kept, { time: clockTime(reader, savedAt) }) : part.notYet;
  return <SaveState state={savedAt ? 'saved' : 'waiting'} words={words} note={part.also} />;
}
