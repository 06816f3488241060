import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Clock, clockState } from './clock.tsx';
import { LevelChoice, LevelScale } from './level-scale.tsx';
import { RatingTag, StandingTag } from './tags.tsx';

const clock = { startedAt: new Date('2027-03-03T08:00:00Z'), dueAt: new Date('2027-03-03T18:00:00Z') };

function stateAt(time: string) {
  return clockState({ ...clock, now: new Date(`2027-03-03T${time}Z`) });
}

describe('A clock', () => {
  it('is near its end from four fifths of the time allowed', () => {
    expect(stateAt('15:59:59')).toBe('running');
    expect(stateAt('16:00:00')).toBe('near');
  });

  it('is over only after the moment it was due', () => {
    expect(stateAt('18:00:00')).toBe('near');
    expect(stateAt('18:00:01')).toBe('over');
  });

  it('that was stopped in time stays in time, and one stopped late stays over', () => {
    const now = new Date('2027-03-09T08:00:00Z');
    expect(clockState({ ...clock, now, stoppedAt: new Date('2027-03-03T17:00:00Z') })).toBe('stopped');
    expect(clockState({ ...clock, now, stoppedAt: new Date('2027-03-04T09:00:00Z') })).toBe('over');
  });

  it('draws no line where there is no clock', () => {
    const html = renderToString(<Clock {...clock} dueAt={null} now={clock.startedAt} words="No clock" />);
    expect(html).toContain('No clock');
    expect(html).not.toContain('<svg');
  });

  it('that was due at the moment it began is drawn at its end, not in error', () => {
    const html = renderToString(
      <Clock {...clock} dueAt={clock.startedAt} now={clock.startedAt} words="Now" />,
    );
    expect(html).not.toContain('NaN');
  });
});

describe('A rating', () => {
  it('is a shape, a word and a colour, all three', () => {
    for (const [colour, word] of [
      ['red', 'Red'],
      ['none', 'Not rated'],
    ] as const) {
      const html = renderToString(<RatingTag colour={colour} />);
      expect(html).toContain(`c-icon--${colour}`);
      expect(html).toContain(`c-tag--${colour}`);
      expect(html).toContain(word);
    }
  });
});

describe('A standing', () => {
  it('is shown where a value is only a default', () => {
    expect(renderToString(<StandingTag standing="English default" />)).toContain(
      'English default, confirm locally',
    );
    expect(renderToString(<StandingTag standing="law" />)).toBe('');
  });
});

describe('The level of need', () => {
  const levels = [1, 2, 3, 4].map((level) => ({ level, name: `Level ${level}` }));

  it('says that none was given', () => {
    expect(renderToString(<LevelScale levels={levels} chosen={null} />)).toContain('Not given');
  });

  it('marks in words where the referrer put it, and chooses nothing for the worker', () => {
    const html = renderToString(
      <LevelChoice
        name="level"
        label="Level of need"
        levels={levels}
        notch={{ level: 3, words: 'referrer said' }}
      />,
    );
    expect(html.match(/referrer said/g)).toHaveLength(1);
    expect(html).not.toContain('checked');
  });
});
