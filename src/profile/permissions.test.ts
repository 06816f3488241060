import { describe, expect, it } from 'vitest';
import { FIELD_CLASSES, readsFieldClass } from './field-classes.ts';
import { isPermission, PERMISSION_NAMES, PERMISSIONS, type Permission, roleMay } from './permissions.ts';
import { isRole, ROLE_NAMES, ROLES, type Role } from './roles.ts';

const may = (role: Role, permission: Permission) => roleMay(PERMISSIONS, role, permission);
const partners = ROLE_NAMES.filter((role) => ROLES[role].kind === 'partner');
const withoutRecords = ROLE_NAMES.filter((role) => ['figures only', 'nothing'].includes(ROLES[role].sees));

describe('Who may do what', () => {
  it('lets early help and social care in the hub screen and decide alike', () => {
    for (const permission of PERMISSION_NAMES.filter((name) => name.startsWith('contact: '))) {
      expect(may('early help hub worker', permission)).toBe(may('social care hub worker', permission));
    }
    expect(may('early help hub worker', 'contact: decide')).toBe(true);
  });

  it('lets only a manager open a MASH enquiry without permission, authorise, or allocate', () => {
    const ask: readonly Permission[] = [
      'mash enquiry: open without permission',
      'contact: authorise',
      'allocation: make',
    ];
    for (const permission of ask) {
      expect(PERMISSIONS[permission].filter((role) => !ROLES[role].decidesAsManager)).toEqual([]);
    }
  });

  it('asks partner agencies only by a named decision maker or a hub manager', () => {
    expect(PERMISSIONS['partner check: ask']).toEqual(['MASH decision maker', 'hub manager']);
  });

  it('lets a partner answer what is asked, send requests and keep drafts, and look at no child', () => {
    for (const role of partners) {
      expect(may(role, 'partner check: answer')).toBe(true);
      expect(may(role, 'request: send')).toBe(true);
      for (const permission of [
        'contact: read',
        'person: read',
        'person: search',
        'referral: read',
        'early help: read',
      ] as const) {
        expect(may(role, permission)).toBe(false);
      }
    }
  });

  it('shows no child to those who see figures only, and none to those who keep accounts', () => {
    for (const role of withoutRecords) {
      for (const permission of [
        'contact: read',
        'person: read',
        'person: search',
        'measure: see the children behind',
      ] as const) {
        expect(may(role, permission)).toBe(false);
      }
    }
  });

  it('lets the public send a request, follow it and keep a draft, and nothing else', () => {
    expect(PERMISSION_NAMES.filter((permission) => may('the public', permission))).toEqual([
      'request: send',
      'request: follow',
      'draft: keep',
    ]);
  });

  it('lets somebody on duty at night acknowledge what is red', () => {
    expect(may('out-of-hours duty worker', 'red contact: acknowledge')).toBe(true);
  });

  it('knows its own names and no others', () => {
    expect(isPermission('contact: decide')).toBe(true);
    expect(isPermission('constructor')).toBe(false);
    expect(isRole('hub manager')).toBe(true);
    expect(isRole('toString')).toBe(false);
  });
});

describe('Who reads which facts', () => {
  const reads = (role: Role, fieldClass: keyof typeof FIELD_CLASSES) =>
    readsFieldClass(FIELD_CLASSES, role, fieldClass);

  it('keeps every class from partners, from the public and from those who see figures only', () => {
    for (const role of [...partners, ...withoutRecords]) {
      // Who looked tells nothing of a record: whoever answers for looking reads it.
      const ofRecords = Object.entries(FIELD_CLASSES).filter(
        ([name]) => !['audit', 'emergency access'].includes(name),
      );
      for (const [, { readBy }] of ofRecords) expect(readBy).not.toContain(role);
    }
  });

  it('shows a guarded address to fewer than read the record', () => {
    expect(reads('social care hub worker', 'ordinary')).toBe(true);
    expect(reads('social care hub worker', 'guarded address')).toBe(false);
    expect(reads('business support', 'guarded address')).toBe(false);
    expect(reads('social worker', 'guarded address')).toBe(true);
  });

  it('does not tell an allocated worker who reported', () => {
    expect(reads('social worker', 'reporter')).toBe(false);
    expect(reads('team manager', 'reporter')).toBe(true);
  });

  it('gives nobody an adoption link until it has a custodian', () => {
    expect(FIELD_CLASSES['adoption link'].readBy).toEqual([]);
  });
});
