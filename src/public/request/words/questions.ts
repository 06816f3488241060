import type { PartName } from '../questions.ts';

/** What one question says: its label, a hint, and a heading above it where a new group of questions begins. */
export type QuestionWords = {
  readonly label: string;
  readonly hint?: string;
  readonly heading?: string;
  /** Stands beside the question before it where there is room: two short answers to one thing. */
  readonly isBeside?: true;
};

const A_DAY = 'For example, 27 3 2019';

/** The words of every question, by part and control. A test asks for exactly these. */
// biome-ignore format: a table reads as a table
export const QUESTIONS: Readonly<Record<PartName, Readonly<Record<string, QuestionWords>>>> = {
  you: {
    name: { label: 'Your name' },
    role: { label: 'Your role', hint: 'Class teacher, health visitor, GP, officer' },
    profession: { label: 'Where you work', hint: 'The kind of service' },
    agency: { label: 'Name of the school, practice or service' },
    telephone: { heading: 'How we reach you', label: 'Telephone' },
    email: { label: 'Email', isBeside: true },
    relation: { heading: 'You and the child', label: 'How you know the child or the family', hint: 'Since when, and how often you see them' },
    consulted: { label: 'Have you talked with your line manager or designated lead?', hint: 'Do so if you can, and do not wait for it where a child may be harmed.' },
    consultedWho: { label: 'With whom' },
  },
  children: {
    givenName: { heading: 'Name and age', label: 'First name they use' },
    familyName: { label: 'Family name', isBeside: true },
    alsoKnownAs: { label: 'Other names they are known by' },
    bornOn: { label: 'Date of birth', hint: A_DAY },
    dueOn: { label: 'Due date', hint: 'If the child is not born yet', isBeside: true },
    ageSaid: { label: 'Age, where you do not know the date', hint: 'In your own words: about six, in Year 4' },
    sex: { heading: 'About them', label: 'Sex' },
    gender: { label: 'Gender, in their own words', hint: 'Only if they have said' },
    ethnicity: { label: 'Ethnicity' },
    religion: { label: 'Religion or belief', isBeside: true },
    language: { label: 'First language' },
    otherLanguages: { label: 'Others, or one not on the list', isBeside: true },
    interpreter: { label: 'Interpreter' },
    disabilities: { label: 'Disability', hint: 'Select all that apply' },
    needs: { label: 'What else to know about their health or abilities' },
    address: { heading: 'Where they live and learn', label: 'Address' },
    parish: { label: 'Parish' },
    residence: { label: 'Residential or immigration status', hint: 'Only if it bears on the help they can have' },
    school: { label: 'School or nursery' },
    generalPractice: { label: 'GP' },
    healthVisitor: { label: 'Health visitor or school nurse', isBeside: true },
    safely: { label: 'How it is safe to talk with this child', hint: 'Where, when, with whom, and what must not be said' },
  },
  household: {
    name: { label: 'Name', hint: 'Or how you would describe them' },
    relation: { label: 'What they are to the child', hint: 'Mother, stepfather, lodger', isBeside: true },
    bornOn: { label: 'Date of birth', hint: A_DAY },
    parentalResponsibility: { label: 'Do they have parental responsibility?' },
    inHome: { label: 'Do they live with the child?' },
    telephone: { heading: 'How to reach them safely', label: 'Telephone' },
    otherContact: { label: 'Email, or another address', isBeside: true },
    language: { label: 'Language they want to talk in' },
    safeWays: { label: 'Ways that are safe', hint: 'Think of who could hear a call or read a message' },
    safeTimes: { label: 'When it is safe' },
    notToSay: { label: 'What must not be said or left as a message' },
    riskToStaff: { heading: 'Before a worker visits', label: 'Any risk to somebody who visits', hint: 'Dogs, weapons, threats, illness: what you know and how' },
  },
  permission: {
    permission: { label: 'Has the family agreed that you send this?' },
    permissionOf: { label: 'Whom was asked, and when' },
    permissionWhy: { label: 'If they refused or you did not ask: why', hint: 'For example, asking would put the child or somebody else in danger' },
    familyKnows: { label: 'Does the family know that you are sending this?' },
    mayBeNamed: { label: 'May the family be told that it was you?', hint: 'They may ask to see their record one day, and mostly they can work out who it was.' },
    mayShare: { label: 'What may be shared, and with whom' },
    childView: { label: 'What the child thinks of this', hint: 'Whether they know, and what they want to happen' },
  },
  why: {
    danger: { label: 'Is a child in danger right now?' },
    happening: { label: 'What is happening?', hint: 'What you have seen and heard, with dates and the words that were used. Say what is fact and what you think.' },
    happenedOn: { label: 'If there was one event, the day it happened', hint: 'For example, yesterday or 27 3 2026' },
    changed: { label: 'What has changed?', hint: 'Why you ask today and did not ask last month' },
    childLife: { heading: 'The child', label: 'What is it like to be this child?', hint: 'A day in their life: waking, eating, school, evening, night' },
    childWords: { label: 'What the child has said, in the child’s own words' },
    injuries: { label: 'Injuries or marks', hint: 'Where, what they look like, when seen, and how they were explained' },
    goingWell: { heading: 'Strengths', label: 'What is going well?', hint: 'People who care, things that work, what the family is good at' },
    tried: { label: 'What have you and others tried?' },
    whoKnows: { label: 'Who else knows about this?' },
  },
  need: {
    ticked: { label: 'Statements' },
    level: { heading: 'Your own judgement', label: 'At which level do you put the need?', hint: 'It stands beside ours. You may see it differently from what the statements point to.' },
    levelWhy: { label: 'Why this level' },
    familyView: { heading: 'What would help', label: 'What does the family say?' },
    helpWanted: { label: 'What help is wanted?', hint: 'By you, by the family, by the child' },
  },
  agencies: {
    agencies: { label: 'Who is working with the family', hint: 'One a line: service, name, what they do' },
    leadWorker: { label: 'Lead worker', hint: 'Name and service, if there is one' },
    plans: { label: 'Plans in place', hint: 'Early help, education, health, child protection: what and since when' },
    orders: { label: 'Court orders', hint: 'What you know of, and who told you' },
    documents: { label: 'Documents you hold', hint: 'Documents cannot be attached here yet. Name them, and the hub asks you for what it needs.' },
  },
  answer: {
    feedbackBy: { label: 'By which day do you need to hear?', hint: 'For example, 27 3 2026. We tell you if we cannot keep it.' },
    safeWays: { label: 'How may we answer you?', hint: 'Select all that suit' },
    safeTimes: { label: 'When can you be reached?' },
    notToSay: { label: 'What must not be said when we ring', hint: 'To somebody at your reception, for example' },
  },
};

/** How answers are said where the control’s own codes are not for reading. */
export const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  permission: {
    given: 'Yes, they agreed',
    sought: 'They were asked, and there is no answer yet',
    refused: 'They refused',
    'not sought': 'They were not asked',
  },
  parentalResponsibility: { yes: 'Yes', no: 'No', 'not known': 'Not known' },
};

/** The title of each part and the sentence under it. */
export const PARTS_IN_WORDS: Readonly<
  Record<PartName, { readonly title: string; readonly words: string; readonly hint: string }>
> = {
  you: {
    title: 'Who you are',
    hint: 'Name, role, how we reach you',
    words: 'We need your name or a way to reach you. The rest helps us to answer sooner.',
  },
  children: {
    title: 'The child or children',
    hint: 'Also one who is not born yet',
    words: 'All children of the family whom this is about. Write what you know and leave the rest.',
  },
  household: {
    title: 'Household and people who matter',
    hint: 'Parents, carers and others',
    words: 'Parents, carers, others in the home, and people who matter to the child elsewhere.',
  },
  permission: {
    title: 'Permission',
    hint: 'Whether the family has agreed',
    words:
      'Ask the family first, unless asking would put somebody in danger. A child does not wait for a signature.',
  },
  why: {
    title: 'Why you ask',
    hint: 'What is happening, and the child’s own words',
    words: 'What you write is kept word for word. The child may read it one day.',
  },
  need: {
    title: 'The continuum of need',
    hint: 'What you see, the level, what would help',
    words:
      'Select what is true of any of the children. What you select points to a level, and people decide.',
  },
  agencies: {
    title: 'Who is helping already',
    hint: 'Agencies, lead worker, plans, orders',
    words: 'Nobody is asked about the family because you name them here.',
  },
  answer: {
    title: 'How to answer you',
    hint: 'By when, and how',
    words: 'You hear what was decided. If you do not, ring us and say the reference.',
  },
};
