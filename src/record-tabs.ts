import type { RecordTab } from './practice/social-work/identity-bar/index.ts';

/** The tabs of every record, in their order. Each stands only where the viewer may open it. */
export const RECORD_TABS: readonly RecordTab[] = [
  {
    words: 'At a glance',
    path: '',
    permission: 'person: read',
    with: ['/periods-of-care', '/protection-plans'],
  },
  { words: 'Timeline', path: '/timeline', permission: 'person: read' },
  { words: 'Visits', path: '/visits', permission: 'visit: read', ofChildren: true },
  { words: 'Notes', path: '/case-notes', permission: 'case note: read', ofChildren: true },
  {
    words: 'Decisions',
    path: '/management-decisions',
    permission: 'management decision: read',
    with: ['/management-decision-actions'],
    ofChildren: true,
  },
  {
    words: 'Service',
    path: '/periods-of-service',
    permission: 'period of service: read',
    with: [
      '/periods-of-service',
      '/people/:personId/closings',
      '/closings',
      '/closing-letters',
      '/people/:personId/complex-cases',
      '/complex-cases',
      '/thinking-times',
      '/referrals',
      '/early-help-episodes',
    ],
  },
  {
    words: 'Workers',
    path: '/allocations',
    permission: 'allocation: read',
    with: ['/people/:personId/handovers', '/handovers', '/allocations'],
  },
  {
    words: 'Ratings',
    path: '/ratings',
    permission: 'case rating: read',
    with: ['/rating-cases'],
    ofChildren: true,
  },
  {
    words: 'Details',
    path: '/details',
    permission: 'person: read',
    with: [
      '/record-alerts',
      '/household-memberships',
      ...[
        'names',
        'addresses',
        'contact-details',
        'safe-contact',
        'attendances',
        'relationships',
        'record-alerts',
        'household',
        'household-memberships',
        'household-moves',
      ].map((fact) => `/people/:personId/${fact}`),
    ],
  },
  {
    words: 'Who may see',
    path: '/restrictions',
    permission: 'restriction: read',
    with: ['/restrictions', '/people/:personId/own-or-relatives', '/own-or-relatives'],
  },
  {
    words: 'Sharing',
    path: '/shares',
    permission: 'share: read',
    with: ['/shares', '/people/:personId/sharing-consents', '/sharing-consents'],
  },
  { words: 'Who looked', path: '/looks', permission: 'audit: read' },
];
