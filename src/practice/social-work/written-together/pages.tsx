import type { ComponentChildren } from 'preact';
import { dayInWords, timeInWords } from '../../../language/dates-in-words.ts';
import { type Day, dayOf } from '../../../language/day.ts';
import type { Id } from '../../../language/id.ts';
import { Link } from '../../../platform/html/links.tsx';
import { Panel, PanelPart } from '../../../platform/html/panel.tsx';
import { Tag } from '../../../platform/html/tags.tsx';
import { Words } from '../../../platform/html/voice.tsx';
import type { Correction } from './rules.ts';

/** Marks what no page of another child shows. */
export function WithheldTag() {
  return (
    <Tag colour="amber" icon="warning">
      Withheld from the others
    </Tag>
  );
}

/** One piece of writing under its title; nothing where nothing was written. */
export function Written(props: { title: string; words: string | undefined; mark?: ComponentChildren }) {
  const { title, words, mark } = props;
  return words === undefined ? null : (
    <Panel title={title} link={mark}>
      <Words words={words} />
    </Panel>
  );
}

/** The other children whom the viewer may see, each with where their own file has it. Nothing that was written of them. */
export function AlsoIn({
  title,
  others,
}: {
  title: string;
  others: readonly { readonly href: string; readonly name: string }[];
}) {
  return others.length === 0 ? null : (
    <Panel title={title}>
      <ul class="govuk-list">
        {others.map(({ href, name }) => (
          <li key={href}>
            <Link href={href}>{name}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Why what stands here was changed, the latest first. */
export function Corrections(props: {
  corrections: readonly Correction[];
  staff: ReadonlyMap<Id, string>;
  today: Day;
}) {
  const { corrections, staff, today } = props;
  return corrections.length === 0 ? null : (
    <Panel title="Corrections in this file">
      {corrections.map(({ id, reason, at, by: who }) => (
        <PanelPart key={id} title={`${momentInWords(at, today)}, ${staff.get(who) ?? ''}`}>
          <p>{reason}</p>
        </PanelPart>
      ))}
    </Panel>
  );
}

/** A day and a time of day in words. */
export function momentInWords(at: Date, today: Day): string {
  return `${dayInWords(dayOf(at), today)}, ${timeInWords(at)}`;
}
