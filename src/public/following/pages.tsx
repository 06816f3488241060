import { Words } from '../../platform/html/voice.tsx';
import type { Followed } from '../../practice/hub/private-link/index.ts';
import { PublicFrame } from '../frame.tsx';
import { dayFor, type Reader, triesInWords } from '../reader.ts';

const STAGES = ['received', 'being looked at', 'decided', 'answered'] as const;

/** How far things are, and what this reader may know. */
export function FollowPage({
  reader,
  followed,
  token,
}: {
  reader: Reader;
  followed: Followed;
  token: string;
}) {
  const { say, authority } = reader;
  const { reference } = followed;
  const reached = STAGES.indexOf(followed.stage);
  return (
    <PublicFrame reader={reader} title={say('follow.page')} path={`/follow/${token}`}>
      <h1 class="c-asked">{say('follow.title')}</h1>
      <p class="c-asked__hint">{say('follow.reference', { reference })}</p>
      <ol class="c-stages">
        {STAGES.map((stage, index) => (
          <li
            key={stage}
            class={`c-stages__one${index > reached ? ' c-stages__one--ahead' : ''}`}
            aria-current={index === reached ? 'step' : undefined}
          >
            <strong>{say(`follow.${stage}`)}</strong>
            {index === reached && (
              <p>{say(`follow.${stage}.words`, { day: dayFor(reader, followed.toldAt) })}</p>
            )}
          </li>
        ))}
      </ol>
      {followed.words && (
        <section>
          <h2>{say('follow.our-words')}</h2>
          <Words words={followed.words} language={followed.language} />
        </section>
      )}
      <p>{say(`follow.${followed.audience}`, { reference })}</p>
      <p>{say('follow.more', { number: authority.profile.telephones.hub.number })}</p>
    </PublicFrame>
  );
}

/** One page for every link that opens nothing. */
export function NothingToFollow({ reader }: { reader: Reader }) {
  const { say, authority } = reader;
  return (
    <PublicFrame reader={reader} title={say('nothing.title')} path="/">
      <h1 class="c-asked">{say('nothing.title')}</h1>
      <p>{say('nothing.words', { number: authority.profile.telephones.hub.number })}</p>
    </PublicFrame>
  );
}

/** Said to whoever tries too often, whatever is behind the link. */
export function TooManyTries({ reader, again }: { reader: Reader; again: Date }) {
  const { say } = reader;
  return (
    <PublicFrame reader={reader} title={say('tries.title')} path="/">
      <h1 class="c-asked">{say('tries.title')}</h1>
      <p>{triesInWords(reader, again)}.</p>
    </PublicFrame>
  );
}
