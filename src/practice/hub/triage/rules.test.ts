import { describe, expect, it } from 'vitest';
import { id } from '../../../language/id.ts';
import { JERSEY } from '../../../profile/jersey.ts';
import { allowanceInWords, clockInWords, clockOf, isOver, mayRelease } from './rules.ts';

const { calendar } = JERSEY;
// Wednesday 3 March 2027, 09:14 in Jersey; the hub opens at 8:30 and closes at 17:00.
const toldAt = new Date('2027-03-03T09:14:00Z');
const at = (text: string) => new Date(`2027-03-${text}:00Z`);
const said = (colour: Parameters<typeof clockOf>[2]['colour'], now: string, decided = false) =>
  clockInWords(clockOf(JERSEY, { toldAt }, { colour, decided }), at(now), calendar);

describe('The clock of a contact', () => {
  it('asks for a rating first, and says within what time', () => {
    expect(said(undefined, '03T10:14')).toEqual({ words: 'Rate within 1 h', note: 'received 09:14' });
  });

  it('gives red four hours from being told, and says by how much it is over', () => {
    expect(said('red', '03T14:02')).toEqual({ words: 'Over by 48 min', note: 'was due 13:14' });
  });

  it('goes on through the night for red alone', () => {
    const lateRed = clockOf(JERSEY, { toldAt: at('03T16:00') }, { colour: 'red', decided: false });
    const lateAmber = clockOf(JERSEY, { toldAt: at('03T16:00') }, { colour: 'amber', decided: false });
    expect(isOver(lateRed, at('03T20:30'))).toBe(true);
    expect(isOver(lateAmber, at('04T12:00'))).toBe(false);
  });

  it('counts what is left in the hours in which the hub is open', () => {
    const green = said('green', '03T14:02');
    expect(green.note).toBe('Mon 8 Mar, 08:30');
    expect(green.words).toBe('19 h 28 min left');
  });

  it('says when nothing is left of today but the time is not up', () => {
    expect(said('green', '06T11:00').words).toBe('Due when the hub opens');
  });

  it('sets no time for blue, and says when it came', () => {
    expect(said('blue', '03T14:02')).toEqual({ words: 'No clock', note: 'received 09:14' });
  });

  it('runs to the answer once every child is decided, whatever the rating', () => {
    expect(said('red', '03T14:02', true)).toEqual({
      words: 'Due Wed 10 Mar',
      note: 'by the end of that day',
    });
  });

  it('says before choosing what a colour would mean', () => {
    const red = clockOf(JERSEY, { toldAt }, { colour: 'red', decided: false });
    expect(allowanceInWords(red, at('03T10:00'), calendar)).toBe('Decide by today 13:14');
    const blue = clockOf(JERSEY, { toldAt }, { colour: 'blue', decided: false });
    expect(allowanceInWords(blue, at('03T10:00'), calendar)).toBe('No time is set');
  });
});

describe('Handing a contact back', () => {
  const nell = id('00000000-0000-4000-8000-000000000001');
  const sol = id('00000000-0000-4000-8000-000000000002');
  const taking = { staffId: nell, name: 'Nell Capstan' };

  it('is for whoever has it, and for a manager', () => {
    expect(mayRelease(taking, { staffId: nell, decidesAsManager: false }).ok).toBe(true);
    expect(mayRelease(taking, { staffId: sol, decidesAsManager: true }).ok).toBe(true);
  });

  it('is refused to a colleague, with the name to ask', () => {
    const outcome = mayRelease(taking, { staffId: sol, decidesAsManager: false });
    expect(!outcome.ok && outcome.problems[0]?.message).toContain('Nell Capstan has this contact');
  });

  it('says so when nobody has it', () => {
    expect(mayRelease(undefined, { staffId: nell, decidesAsManager: true }).ok).toBe(false);
  });
});
