/** A page of plain words: a title, and parts each with a heading and paragraphs. */
export type Notice = {
  readonly path: string;
  readonly title: string;
  readonly parts: readonly { readonly heading: string; readonly words: readonly string[] }[];
};

/** What is written down about the staff themselves, and why (trust.md §6, rule 7). */
export const RECORDED: Notice = {
  path: '/what-is-recorded',
  title: 'What is recorded when you look',
  parts: [
    {
      heading: 'Looking is an act',
      words: [
        'Each page about a child writes down who opened it, when, and which children were on it. A list is one line with everybody it showed. A search is one line with whoever it found.',
        'The line is written in the same moment as the page is made. If it cannot be written, the page is not shown.',
      ],
    },
    {
      heading: 'What is not recorded',
      words: [
        'The words of a record never go into this list, nor do your keystrokes. How fast you work is not measured.',
        'What you type and have not sent is a draft. Nobody else can read it.',
      ],
    },
    {
      heading: 'Nothing is altered unseen',
      words: [
        'The lines can only be added to. Each is sealed together with those before it soon after, so that a change made later would be noticed.',
        'What a record said before it was corrected stays readable, as it was known at the time.',
      ],
    },
  ],
};

/** What was tried with which means, and what was not. */
export const ACCESSIBILITY: Notice = {
  path: '/accessibility',
  title: 'Accessibility',
  parts: [
    {
      heading: 'What was checked',
      words: [
        'Pages are checked with automated rules of WCAG 2.2, levels A and AA, at two widths. Everything works with a keyboard alone and without script. Pages fit a screen of 320 pixels, and text may be twice as large.',
        'Single keys are listed under ? and can be switched off in your account.',
      ],
    },
    {
      heading: 'What was not',
      words: [
        'People who use screen readers, voice control or magnifiers have not tried it yet. Until they have, we do not say that it is accessible.',
      ],
    },
  ],
};

/** Where to begin. */
export const HELP: Notice = {
  path: '/help',
  title: 'Help',
  parts: [
    {
      heading: 'A contact, from the first word to the answer',
      words: [
        'The board shows every contact that has no answer yet, the oldest clock first. Take one, so that nobody else works on it. Rate it, with the reason. Say which child on record it is about.',
        'A safeguarding concern can go to the MASH, which asks partner agencies. Decide in a screening meeting or on the contact itself. The contact leaves the board when the referrer was told.',
      ],
    },
    {
      heading: 'If something looks wrong',
      words: [
        'Correct it on the contact. What it said before stays readable. If a page did not work, the words on it name a bird and three figures: tell them to whoever looks after the program.',
      ],
    },
  ],
};
