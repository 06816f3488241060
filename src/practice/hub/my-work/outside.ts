import { samplesToAnswer } from '../../people/case-sample/index.ts';
import { casesForViewer } from '../../people/sampled-case/index.ts';
import { sharedWithViewer } from '../../people/shared-child/index.ts';
import type { Kind } from './rules.ts';

/** What is let through to people outside: shared with an agency, or chosen for an adviser. */
export const OUTSIDE: readonly Kind[] = [
  {
    permission: 'shared child: read',
    waiting: async (context) => ({
      title: 'Children shared with you',
      href: '/shared-children',
      count: (await sharedWithViewer(context)).length,
      noun: 'share',
      toDo: 'Read what you need, and tell their worker what they should know',
      oldestAt: undefined,
    }),
  },
  {
    permission: 'sampled case: read',
    waiting: async (context) => ({
      title: 'Cases to read',
      href: '/sampled-cases',
      count: (await casesForViewer(context)).length,
      noun: 'case',
      toDo: 'Read each, and say what you think of it',
      oldestAt: undefined,
    }),
  },
  {
    permission: 'case sample: answer',
    waiting: async (context) => ({
      title: 'Case samples',
      href: '/case-samples',
      count: (await samplesToAnswer(context)).length,
      noun: 'sample',
      toDo: 'Say whether the adviser may read it',
      oldestAt: undefined,
    }),
  },
];
