import { type CodeOf, codeSet } from './code-set.ts';

/** What is said of how a child is, in short dated sentences. `ofChild` are the child's own, and stand with what the child says. */
// biome-ignore format: a table reads as a table
export const CHILD_STATEMENTS = codeSet({
  id: 'child statement',
  title: 'What is it about?',
  source: 'Wording proposed, after the three columns of strengths-based practice (what worries us, what works well) and one-page profiles of a child',
  since: '2020-03-30',
  standing: 'demonstration',
  codes: [
    { code: 'worry', label: 'What worries people', ofChild: false },
    { code: 'going well', label: 'What is going well', ofChild: false },
    { code: 'proud', label: 'What I am proud of', ofChild: true, note: 'In the child’s words' },
    { code: 'worries me', label: 'What worries me', ofChild: true, note: 'In the child’s words' },
    { code: 'trust', label: 'Who I trust', ofChild: true, note: 'In the child’s words' },
  ],
});

/** The code of what a statement is about. */
export type ChildStatementKind = CodeOf<typeof CHILD_STATEMENTS>;
