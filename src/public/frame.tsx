import type { ComponentChildren } from 'preact';
import type { Problem } from '../language/outcome.ts';
import { PublicPage, type PublicWords } from '../platform/html/public-page.tsx';
import { isSignedOff } from '../profile/public-pages.ts';
import { officeHoursInWords } from './office-hours.ts';
import { addressOf, type Reader } from './reader.ts';

type FrameProps = {
  reader: Reader;
  title: string;
  /** The address of this page without its language. */
  path: string;
  layout?: 'front' | 'question' | undefined;
  problems?: readonly Problem[] | undefined;
  /** False for a page that has no translation: then no other language is offered on it. */
  isTranslated?: boolean | undefined;
  /** Where a page holds answers that a link would lose, the languages lead to the buttons at its foot. */
  languagesBelow?: string | undefined;
  children: ComponentChildren;
};

/** The frame of every public page in the reader's language: danger first, languages, the way out, telephone and hours. */
export function PublicFrame({ reader, path, languagesBelow, isTranslated = true, ...props }: FrameProps) {
  const { say, authority } = reader;
  const { emergency, hub, 'out of hours through the police': duty } = authority.profile.telephones;
  return (
    <PublicPage
      {...props}
      language={reader.code}
      languages={reader.offered
        .filter(({ code }) => isTranslated || code === reader.code)
        .map(({ code, ownName }) => ({
          code,
          name: ownName,
          href: languagesBelow ?? addressOf(reader, path, code),
        }))}
      telephones={[
        { words: say('frame.call'), number: emergency.number },
        { words: say('frame.talk'), number: hub.number },
        { words: say('frame.out-of-hours'), number: duty.number },
      ]}
      leaveHref={addressOf(reader, '/leave', 'en')}
      homeHref={addressOf(reader, '/')}
      words={frameWords(reader)}
      demonstration={noticeFor(reader)}
    />
  );
}

/** Said on every page of an authority that nobody reads, and of a language that nobody has checked. */
function noticeFor({ say, authority, language }: Reader): string | null {
  const unchecked = isSignedOff(language, authority.schema) ? '' : say('frame.unchecked');
  if (!authority.demonstration) return unchecked || null;
  const { number } = authority.profile.telephones.emergency;
  return [say('frame.demonstration', { number }), unchecked].filter(Boolean).join(' ');
}

function frameWords(reader: Reader): PublicWords {
  const { say, authority } = reader;
  const { telephones, place } = authority.profile;
  const link = (path: string, words: string) => ({ href: addressOf(reader, path), words });
  return {
    service: say('frame.service', { place }),
    skip: say('frame.skip'),
    languages: say('frame.languages'),
    change: say('frame.change'),
    leave: say('frame.leave'),
    errorPrefix: say('frame.error'),
    notice: say('frame.notice'),
    danger: say('frame.danger'),
    footer: {
      title: say('frame.hub'),
      telephone: telephones.hub.number,
      hours: officeHoursInWords(reader),
      note: say('frame.duty', { number: telephones['out of hours through the police'].number }),
      columns: [
        {
          title: say('frame.ways'),
          links: [
            link('/worried-about-a-child', say('front.worried')),
            link('/ask-for-help', say('front.help')),
            link('/come-back', say('return.title')),
          ],
        },
        {
          title: say('frame.about'),
          links: [link('/what-we-do-with-what-you-tell-us', say('keeping.title'))],
        },
      ],
    },
  };
}
