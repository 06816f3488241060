import { describe, expect, it } from 'vitest';
import { type NewEnquiry, open } from './rules.ts';

const concern = { about: 'safeguarding concern' };
const enquiry: NewEnquiry = { purpose: 'Earlier call-outs', permission: 'given' };
const worker = { decidesWithoutPermission: false };
const manager = { decidesWithoutPermission: true };
const messages = (outcome: ReturnType<typeof open>) =>
  outcome.ok ? [] : outcome.problems.map((problem) => `${problem.field}: ${problem.message}`);

describe('Opening a MASH enquiry', () => {
  it('asks partners when the family gave permission', () => {
    expect(open(enquiry, concern, worker).ok).toBe(true);
  });

  it('asks nobody about a request for help or advice', () => {
    expect(messages(open(enquiry, { about: 'help' }, manager))).toEqual([
      ': Partner agencies are asked only about a safeguarding concern',
    ]);
  });

  it.each(['sought', 'refused', 'not sought'] as const)(
    'needs a manager and a reason when permission is %s',
    (permission) => {
      expect(messages(open({ ...enquiry, permission }, concern, worker))).toEqual([
        'withoutPermissionReason: Say why partners are asked without permission',
        'permission: Without permission, a manager must open this enquiry',
      ]);
      const reason = { permission, withoutPermissionReason: 'Asking would warn him' };
      expect(open({ ...enquiry, ...reason }, concern, worker).ok).toBe(false);
      expect(open({ ...enquiry, ...reason }, concern, manager).ok).toBe(true);
    },
  );
});
