import { type CodeOf, codeSet } from './code-set.ts';

/**
 * What the hub decides, per child. `opens` is what begins in the same transaction; `authorised` asks a manager's signature; `passes` tells
 * whoever works with the child.
 * A strategy discussion is no outcome: children's social care calls it after a referral or on an open child.
 */
// biome-ignore format: a table reads as a table
export const CONTACT_OUTCOMES = codeSet({
  id: 'contact outcome',
  title: 'What should happen',
  source: 'Standard Safeguarding Dataset contact outcomes; Jersey additions from the published procedures; who authorises is to be confirmed locally',
  since: '2020-03-30',
  standing: 'English default',
  codes: [
    { code: 'advice and information', label: 'Advice and information', opens: 'nothing', authorised: false, passes: false, note: 'What was given is written down' },
    { code: 'early help offered', label: 'Early help', opens: 'early help', authorised: false, passes: false, note: 'Lead worker and a family plan' },
    { code: 'referral to social care', label: 'Referral to social care', opens: 'referral', authorised: true, passes: false, note: 'Assessment and support team' },
    { code: 'another agency', label: 'Another agency', opens: 'nothing', authorised: false, passes: false, note: 'Which one, and who told them' },
    { code: 'already open', label: 'Already open, passed to the worker', opens: 'nothing', authorised: false, passes: true },
    { code: 'no further action', label: 'No further action', opens: 'nothing', authorised: true, passes: false },
    { code: 'child mental health', label: 'Child and adolescent mental health service', opens: 'nothing', authorised: false, passes: false },
    { code: 'youth service', label: 'Youth service', opens: 'nothing', authorised: false, passes: false },
    { code: 'probation', label: 'Probation', opens: 'nothing', authorised: false, passes: false },
    { code: 'police only', label: 'Police only', opens: 'nothing', authorised: true, passes: false },
    { code: 'single agency continues', label: 'The agency already helping goes on', opens: 'nothing', authorised: false, passes: false },
    { code: 'transfer in', label: 'Family moving to the island, transfer in', opens: 'referral', authorised: true, passes: false },
  ],
});

/** The code of what was decided. */
export type ContactOutcome = CodeOf<typeof CONTACT_OUTCOMES>;
