import type { CaseNoteKind } from '../../profile/code-sets/case-notes.ts';

/** With whom a note is, by its kind. Invented. */
export const WITH_WHOM: Readonly<Record<CaseNoteKind, readonly string[]>> = {
  telephone: ['Mother', 'Father', 'Grandmother', 'Class teacher', 'Health visitor', 'Surgery', 'Aunt'],
  message: ['Mother', 'Father', 'School office', 'Landlord', 'Family centre'],
  conversation: ['Mother, at the door', 'Father, at work', 'Grandfather', 'Neighbour'],
  meeting: ['School and parents', 'Both parents', 'Family group'],
  'with professionals': [
    'Health visitor and school nurse',
    'Head of year',
    'Police',
    'Paediatrician',
    'Housing',
  ],
  seen: ['Nobody: seen in town', 'School gate'],
  other: ['Mother'],
};

/** What was said or found, by the kind of note. Invented. */
export const NOTES: Readonly<Record<CaseNoteKind, readonly string[]>> = {
  telephone: [
    'Rang to say that the night was quiet and that they all slept. She wants to keep the bedtime.',
    'Asked whether the visit can be after four, because of the new shift. It can.',
    'Was upset about the letter from school. We went through it line by line, and it sounded better at the end.',
    'Says that contact on Sunday went well until the drive home. We talk about the drive next time.',
    'Rang from a friend’s telephone. The own one is cut off until Friday.',
    'Reports two late mornings this week, both after the weekend. Otherwise a good fortnight.',
    'Nobody answered. I left a message without saying what it is about.',
    'Wanted to know who reads what I write. I told her, and offered to read it together.',
  ],
  message: [
    'Sent the times of the swimming course. The place is paid for by the family centre.',
    'Wrote that the heating works again. A photograph was with it.',
    'Asked for the date of the review in writing. Sent the same day.',
    'Says thank you, and that the form is filled in.',
    'Confirms the appointment with the speech therapist for the week after next.',
  ],
  conversation: [
    'Met by chance outside the shop. The little one slept in the buggy. She says that it goes better.',
    'Came to the office without an appointment, and stayed for half an hour. He is worried about the rent.',
    'Says that she hears them through the wall less often than in winter.',
  ],
  meeting: [
    'We went through the plan line by line. Four of seven things are done. The next date was agreed before we parted.',
    'School, both parents and I looked at mornings. Breakfast club from Monday, and one person who greets them.',
    'The family made its own plan. An uncle drives on Thursdays, and the grandmother has the weekends.',
  ],
  'with professionals': [
    'Weight follows the line again. The health visitor is content and comes in six weeks.',
    'Attendance is 91 of 100 half days this term. The head of year has no worry beyond mornings.',
    'We compared what each of us had heard. It fits together. Nobody has seen an injury.',
    'The appointment in hospital was kept. The report comes to me and to the surgery.',
    'Housing has put them on the list for the larger flat. It will take months.',
    'No call to the address since we last spoke.',
  ],
  seen: [
    'Saw the mother with all of them on the beach in the afternoon. They were laughing and had eaten.',
    'Alone at the bus station at nine in the evening. Told me that the match had run late, which the club confirmed.',
  ],
  other: ['A parcel with winter coats came from the charity. I took it along.'],
};

/** What stands in the file of one child alone. Invented. */
export const OF_ONE: readonly string[] = [
  'Has made a friend in the new class and was asked to a birthday.',
  'Was off school with a cold on Monday and Tuesday.',
  'Wants to be asked alone next time, and not in the kitchen.',
  'The teacher says that reading has come on a lot.',
  'Still wakes at night. The surgery knows.',
  'Was in trouble at break and put it right the same day.',
];

/** What the brothers and sisters must not come to know. Invented. */
export const KEPT_APART: readonly string[] = [
  'Told the teacher alone, and asked that the others do not hear it from us.',
  'Is seen by the counsellor on Wednesdays. The others do not know why.',
  'Knows who the father is. The younger ones have not been told yet.',
];

/** What follows from a note. Invented. */
export const FOLLOWS: readonly string[] = [
  'I ring on Friday to hear how it went.',
  'To talk over in supervision.',
  'I ask the school for the timetable.',
  'Nothing. It stands here so that the next one knows.',
  'I bring it up on the next visit, with both parents.',
  'A letter to housing goes out this week.',
];

/** Why a note was put right. Invented. */
export const PUT_RIGHT: readonly string[] = [
  'I had left out what follows from it.',
  'The mother said that it was agreed otherwise, and she is right.',
];
