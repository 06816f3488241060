import { type Door, Doors, Hero, Steps } from '../../platform/html/front-page.tsx';
import { ButtonLink, Link } from '../../platform/html/links.tsx';
import type { Clock } from '../../profile/timescales.ts';
import { PublicFrame } from '../frame.tsx';
import { addressOf, type Reader, timeOf } from '../reader.ts';
import { UnsettledTimes } from '../unsettled-times.tsx';

/** The public front page. */
export function FrontPage({ reader }: { reader: Reader }) {
  const { say } = reader;
  return (
    <PublicFrame reader={reader} title={say('front.page')} path="/" layout="front">
      <Hero
        title={say('front.title')}
        words={say('front.words')}
        actions={
          <>
            <ButtonLink href={addressOf(reader, '/worried-about-a-child')}>{say('front.worried')}</ButtonLink>
            <ButtonLink href={addressOf(reader, '/ask-for-help')} kind="secondary">
              {say('front.help')}
            </ButtonLink>
          </>
        }
      />
      <div class="c-front">
        <Doors label={say('front.doors')} doors={doorsFor(reader)} />
        <h2>{say('happens.title')}</h2>
        <p class="c-lede">{say('happens.lede')}</p>
        <WhatHappens reader={reader} />
        <h2>{say('front.return.title')}</h2>
        <p>
          {say('front.return.words')}{' '}
          <Link href={addressOf(reader, '/come-back')}>{say('return.title')}</Link>
        </p>
      </div>
    </PublicFrame>
  );
}

function doorsFor(reader: Reader): readonly Door[] {
  const { say } = reader;
  return [
    {
      drawing: 'boat',
      href: addressOf(reader, '/child'),
      title: say('door.child.title'),
      words: say('door.child.words'),
      go: say('door.child.go'),
    },
    {
      drawing: 'speech',
      href: addressOf(reader, '/young-person'),
      title: say('door.young.title'),
      words: say('door.young.words'),
      go: say('door.young.go'),
    },
    {
      drawing: 'house',
      href: addressOf(reader, '/ask-for-help'),
      title: say('door.parent.title'),
      words: say('door.parent.words'),
      go: say('door.parent.go'),
    },
    {
      drawing: 'hands',
      // The requests of professionals are in English alone.
      href: addressOf(reader, '/requests/new', 'en'),
      title: say('door.professional.title'),
      words: say('door.professional.words'),
      go: say('door.professional.go'),
    },
  ];
}

/** The four steps, with the times of the profile; a time that nobody has settled is named under the line. */
function WhatHappens({ reader }: { reader: Reader }) {
  const { say } = reader;
  const time = (clock: Clock) => ({ time: timeOf(reader, clock).words });
  return (
    <>
      <Steps
        steps={[
          { title: say('happens.tell.title'), words: say('happens.tell.words') },
          { title: say('happens.read.title'), words: say('happens.read.words', time('contact rated')) },
          { title: say('happens.decide.title'), words: say('happens.decide.words', time('contact decided')) },
          {
            title: say('happens.answer.title'),
            words: say('happens.answer.words', time('contact answered')),
          },
        ]}
      />
      <UnsettledTimes reader={reader} clocks={['contact rated', 'contact decided', 'contact answered']} />
    </>
  );
}

/** What happens to what people write, in five short answers. */
export function WhatWeDoWithIt({ reader }: { reader: Reader }) {
  const { say } = reader;
  const { words: time } = timeOf(reader, 'draft kept');
  const path = '/what-we-do-with-what-you-tell-us';
  return (
    <PublicFrame reader={reader} title={say('keeping.title')} path={path}>
      <h1>{say('keeping.title')}</h1>
      <h2>{say('keeping.read.title')}</h2>
      <p>{say('keeping.read')}</p>
      <h2>{say('keeping.share.title')}</h2>
      <p>{say('keeping.share')}</p>
      <h2>{say('keeping.name.title')}</h2>
      <p>{say('keeping.name')}</p>
      <h2>{say('keeping.words.title')}</h2>
      <p>{say('keeping.words')}</p>
      <h2>{say('keeping.device.title')}</h2>
      <p>{say('keeping.device', { time })}</p>
    </PublicFrame>
  );
}
