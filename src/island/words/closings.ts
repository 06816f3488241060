/** What was reached with the family, by what comes to an end. Invented. */
export const REACHED: Readonly<Record<'early help' | 'assessment' | 'in need', readonly string[]>> = {
  'early help': [
    'Mornings work. Both children have been in school on time for six weeks.',
    'The parents have a plan for hard evenings and have used it without us.',
    'The family knows whom to ask: the school, the family centre and the grandmother.',
    'Bedtime is at one hour, and the shouting at night has stopped.',
    'The debts are on a plan, and nobody rings at the door any more.',
    'The mother meets other parents on Wednesdays and is less alone with it.',
  ],
  assessment: [
    'We saw the children at home and at school. They are safe, and they say so.',
    'What was told had a reason that both parents explained in the same way, apart from each other.',
    'The parents had begun to change it before we came, and go on with it.',
    'The grandmother has the children on the days that were hard. That holds.',
    'School and health visitor have no worry that is left.',
    'The family wants help with one thing, and gets it at the family centre.',
  ],
  'in need': [
    'The plan is done: what was to change has changed, and has stayed so for three months.',
    'The children are seen by people who know them, and they know whom to tell.',
    'The father keeps to what was agreed, and contact on Sundays goes well.',
    'Home is warm, there is food, and the doctor has seen all of them.',
    'The mother has not drunk for five months, and her sister looks in each day.',
    'School says that they learn, play and come rested.',
  ],
};

/** What the family and we do not agree about. Invented. */
export const DISAGREED: readonly string[] = [
  'The father thinks that it never needed a social worker. We wrote down why we thought so.',
  'The mother would have liked us to stay until the summer.',
  'The eldest says that the first visit was unfair, and wants that to stand here.',
  'The parents do not agree with what was written of the evening in March. Their words stand beside ours.',
];

/** How the family can come back, in words for them. Invented. */
export const COME_BACK: readonly string[] = [
  'You can ring the Hub whenever you want to. You need no reason, and you need not tell it all again.',
  'Ring us or ask the school to. If it is the evenings again, do not wait until it is as bad as last time.',
  'Come to the family centre on any Wednesday, or choose “Ask for help” on our page. We will know who you are.',
  'If the plan stops working, ring us in the same week. Your sister may ring for you.',
];

/** Who else was told that it ends. Invented. */
export const OTHERS_TOLD: readonly string[] = [
  'School, health visitor and surgery know. The school looks out for mornings.',
  'The school nurse and the family centre, with the family’s permission.',
  'Everybody who came to the last meeting. The police officer was told by telephone.',
  'Nobody but the school. The family asked for that, and no one else needs to know.',
];

/** What children say of it. Invented; no child said it. */
export const CHILD_SAYS: readonly string[] = [
  'It is good that it stops. I liked the drawing.',
  'I want you to come once more, to see the new room.',
  'Mum is happy, so it is fine.',
  'I will miss talking in the car.',
  'I know who I can tell. It is my teacher.',
  'I do not care. You asked too many questions.',
  'Can I keep the book we made?',
  'It is quieter at home. It can stay like that.',
];

/** What parents say of it. Invented. */
export const PARENT_SAYS: readonly string[] = [
  'I did not want you at first. It helped that you came when you said you would.',
  'We are glad that it is over. We know what to do when it gets hard.',
  'I think it should have ended sooner.',
  'I am a bit afraid of being alone with it. It is good that I can ring.',
  'You listened to the children. Nobody had done that before.',
  'I agree with it. The school should be told that it has ended.',
  'It was right to come, and it is right to stop.',
  'There were three different people in a year, and that was too many.',
];

/** Why a manager sends a closing back. Invented. */
export const MORE_WORK: readonly string[] = [
  'Please hear the father too. He has parental responsibility.',
  'The last visit was six weeks ago. See the children once more, alone, and propose it again.',
  'It does not say what the school thinks. Please ask them first.',
  'Write in words for the family how they come back.',
];
