import { describe, expect, it } from 'vitest';
import { id } from '../../../language/id.ts';
import { mayAcknowledge, whomToTell } from './rules.ts';

const hub = {
  staffId: id('00000000-0000-4000-8000-000000000001'),
  kind: 'hub',
  name: 'Nell',
  email: undefined,
};
const night = { ...hub, kind: 'out of hours', name: 'Otis' };

describe('Whom an alert goes to', () => {
  it('is the hub’s duty worker while the hub is open', () => {
    expect(whomToTell([night, hub], true)).toBe(hub);
  });
  it('is the out-of-hours worker at night', () => {
    expect(whomToTell([hub, night], false)).toBe(night);
  });
  it('is whoever is on duty where the right rota is empty', () => {
    expect(whomToTell([night], true)).toBe(night);
  });
  it('is nobody where nobody is on duty, and that is said', () => {
    expect(whomToTell([], false)).toBeUndefined();
  });
});

describe('Acknowledging an alert', () => {
  it('is possible once, and the second is told who was first', () => {
    expect(mayAcknowledge({ acknowledgedAt: undefined, acknowledgedBy: undefined }).ok).toBe(true);
    const second = mayAcknowledge({ acknowledgedAt: new Date(), acknowledgedBy: 'Otis Foghorn' });
    expect(!second.ok && second.problems[0]?.message).toBe('Otis Foghorn has acknowledged this already');
  });
});
