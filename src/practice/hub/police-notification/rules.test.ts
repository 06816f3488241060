import { describe, expect, it } from 'vitest';
import { day } from '../../../language/day.ts';
import { byIncident, readBatch } from './rules.ts';

const today = day('2026-11-21');
const HEAD = 'incident,happened_on,given_name,family_name,born_on,words';

describe('A batch file of the police', () => {
  it('is read line by line, also where words hold commas and line ends', () => {
    const read = readBatch(
      `${HEAD}\nI-77,20/11/2026,Otto,Sandpiper,3/4/2017,"Argument at home, both\nchildren present"`,
      today,
    );
    expect(read).toEqual({
      ok: true,
      value: [
        {
          incident: 'I-77',
          happenedOn: '2026-11-20',
          givenName: 'Otto',
          familyName: 'Sandpiper',
          bornOn: '2017-04-03',
          words: 'Argument at home, both\nchildren present',
        },
      ],
    });
  });

  it('may name its columns in any order and leave a name or birth date empty', () => {
    const read = readBatch(
      'words,born_on,family_name,given_name,happened_on,incident\nA child on the beach at night,,,,2026-11-19,I-78',
      today,
    );
    expect(read.ok && read.value[0]).toMatchObject({
      incident: 'I-78',
      givenName: undefined,
      bornOn: undefined,
    });
  });

  it('is refused as a whole when one line is wrong, and every wrong line is named', () => {
    const read = readBatch(
      `${HEAD}\nI-1,2026-11-20,A,B,,said\n,2026-11-20,A,B,,said\nI-3,2027-01-01,A,B,30/2/2015,`,
      today,
    );
    expect(read.ok).toBe(false);
    const messages = read.ok ? [] : read.problems.map(({ message }) => message);
    expect(messages).toEqual([
      'Line 3: enter the number of the incident',
      'Line 4: enter what happened',
      'Line 4: happened_on must be a real date that is not in the future',
      'Line 4: born_on must be a real date that is not in the future',
    ]);
  });

  it('that is none says so, and takes nothing in', () => {
    for (const text of ['', 'nonsense', `${HEAD}\n`, `${HEAD}\n"open quote`, HEAD.replace('words', 'wrods')])
      expect(readBatch(text, today).ok).toBe(false);
  });

  it('keeps the children of one incident together', () => {
    const read = readBatch(
      `${HEAD}\nI-1,2026-11-20,A,X,,one\nI-2,2026-11-20,B,Y,,two\nI-1,2026-11-20,C,X,,three`,
      today,
    );
    expect(
      read.ok && byIncident(read.value).map((children) => children.map(({ givenName }) => givenName)),
    ).toEqual([['A', 'C'], ['B']]);
  });
});
