import type { Level } from './levels-of-need.ts';
import type { Sourced } from './standing.ts';

/** One plain statement about a child that somebody can tick, and the level of need it points to. */
export type Statement = { readonly id: string; readonly level: Level; readonly words: string };

/** One side of a child's life with its statements, from no worry to serious. */
export type Domain = Sourced & {
  readonly id: string;
  readonly title: string;
  readonly statements: readonly Statement[];
};

const OWN_WORDS = {
  since: '2024-03-26',
  standing: 'English default',
  source:
    'Own wording after the indicators of East Sussex, Hampshire and Devon; Jersey’s own list was not found',
} as const;

function domain(id: string, title: string, ...byLevel: readonly (readonly string[])[]): Domain {
  const statements = byLevel.flatMap((words, index) =>
    words.map((text, place) => ({
      id: `${id}-${index + 1}${'abcdefgh'.charAt(place)}`,
      level: levelFrom(index),
      words: text,
    })),
  );
  return { ...OWN_WORDS, id, title, statements };
}

function levelFrom(index: number): Level {
  const levels: readonly Level[] = [1, 2, 3, 4];
  return levels[index] ?? 4;
}

/**
 * The continuum of need as plain statements: for each domain, the statements of level 1, 2, 3 and 4 in that order.
 * A statement's id (`health-3a`) is stored with the request, so statements are added at the end of their level and never moved.
 */
// biome-ignore format: a table reads as a table
export const INDICATORS: readonly Domain[] = [
  domain('health', 'Health',
    ['Well, with checks, immunisations and dental care kept up'],
    ['Some checks or appointments missed', 'Minor health problems that go on', 'Some antenatal appointments missed'],
    ['A long-term condition is not well looked after', 'Appointments missed again and again', 'Weight or growth is a worry'],
    ['Not growing, and no illness explains it', 'An injury that is not explained', 'A condition neglected until it is dangerous', 'Illness may be made up or brought about by an adult']),
  domain('feelings', 'Feelings and mental health',
    ['Secure, copes and likes themselves'],
    ['Thinks little of themselves', 'Anxious at times', 'Finds it hard to feel close to a parent'],
    ['Low for weeks', 'Harms themselves', 'Eating has become a worry', 'Grieving, and it does not ease'],
    ['Has tried to end their life or plans to', 'In a mental health crisis now', 'Sexual behaviour that harms others']),
  domain('behaviour', 'Behaviour',
    ['Settled, with limits right for their age'],
    ['Getting into trouble now and then', 'A first police notice', 'Trying drink or drugs', 'Sexually active under age'],
    ['Offending again', 'Using drink or drugs often', 'Missing more than once', 'Friends who lead them into trouble'],
    ['Used by others for crime', 'Serious violence', 'Missing often', 'Remand or a secure home is being considered']),
  domain('learning', 'Learning',
    ['Goes to school or nursery and gets on'],
    ['Absent now and then', 'Sent home from school for set periods', 'Speech is late', 'May leave school with nowhere to go'],
    ['Absent for a tenth of the time or more', 'On a part-time timetable', 'Excluded again and again'],
    ['Out of school for long, and harmed in other ways too']),
  domain('identity', 'Identity and friends',
    ['Has friends and is proud of who they are'],
    ['Bullied', 'Lonely', 'Beginning to care for somebody at home'],
    ['Caring for somebody at home is harming them', 'Treated badly for who they are', 'Cut off from family'],
    ['Rejected or put out by the family', 'At risk of forced marriage or of female genital mutilation', 'At risk of abuse linked to faith or belief']),
  domain('care', 'Care and safety at home',
    ['Fed, clean and protected'],
    ['Routines come and go', 'Left without enough supervision at times', 'Young parents with nobody to help them'],
    ['Care is so uneven that health suffers', 'Dangers in the home', 'Left with adults who are not safe'],
    ['Neglected badly or for a long time', 'Hurt by an adult', 'Sexually abused', 'Frightened, humiliated or cruelly treated', 'A baby who will not be safe at birth']),
  domain('warmth', 'Warmth and limits',
    ['Praised, loved and given steady limits'],
    ['Parents put their own needs first at times'],
    ['Family life is harsh or chaotic', 'Blamed for everything'],
    ['Treated with cruelty', 'No limits, and in danger through it']),
  domain('parents', 'What parents are dealing with',
    ['Managing, and asking for help when they need it'],
    ['Low mood', 'Drink or drugs', 'A learning disability, with support', 'Arguments that the children hear'],
    ['Domestic abuse', 'Cannot stop drinking or using drugs', 'Mental illness that affects their care', 'Help has been offered and not taken up, and the child suffers'],
    ['Domestic abuse with high risk', 'Cannot protect the child', 'The child is likely to be harmed']),
  domain('home', 'Home, money and neighbours',
    ['A suitable home and people near by'],
    ['Poor housing', 'Debt', 'Knows nobody near by', 'Hostile neighbours'],
    ['Overcrowded, or may lose the home', 'In temporary lodgings'],
    ['Aged 16 or 17 with no home', 'A home that is not fit to live in']),
  domain('outside', 'Outside the home and online',
    ['Has safe places to go'],
    ['At risk online', 'Spends time with much older people'],
    ['Signs of being exploited', 'Drawn to groups or places that do harm'],
    ['Being exploited for sex or for crime', 'Moved about by others to be exploited']),
];
