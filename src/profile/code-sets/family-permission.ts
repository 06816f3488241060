import { type CodeOf, codeSet } from './code-set.ts';

/** Whether the family let us ask others. Only the first lets partners be asked without a manager's recorded reason. */
// biome-ignore format: a table reads as a table
export const FAMILY_PERMISSION = codeSet({
  id: 'family permission',
  title: 'Permission of the family',
  source: 'Jersey Safeguarding Partnership Board procedures: sought, given, refused or not sought; a manager decides without it',
  since: '2020-03-30',
  standing: 'local policy',
  codes: [
    { code: 'given', label: 'Given', asksManager: false },
    { code: 'sought', label: 'Asked for, no answer yet', asksManager: true },
    { code: 'refused', label: 'Refused', asksManager: true },
    { code: 'not sought', label: 'Not sought, with the reason', asksManager: true },
    { code: 'not asked', label: 'Not known yet', asksManager: true },
  ],
});

/** The code of a family's permission. */
export type FamilyPermission = CodeOf<typeof FAMILY_PERMISSION>;
