import type { SinceDay, Sourced } from './standing.ts';

/** A number to call: how it is read, how a telephone dials it, when somebody answers, and when we last looked. */
export type Telephone = Sourced & {
  readonly title: string;
  readonly number: string;
  readonly dial: string;
  readonly answered: string;
  /** A page on which somebody could be hurt by a wrong number says how old the number is. */
  readonly reviewedOn: SinceDay;
};

const GUIDANCE =
  'gov.je guidance for practitioners and Victoria College page on the MASH, older captures; confirm before use';

const TABLE = {
  emergency: {
    title: 'Police, fire or ambulance',
    number: '999',
    dial: '999',
    answered: 'Day and night',
    since: '2020-03-30',
    standing: 'local policy',
    source: 'The emergency number of the island',
    reviewedOn: '2026-11-21',
  },
  hub: {
    title: 'Children and Families Hub',
    number: '01534 519000',
    dial: '+441534519000',
    answered: 'Monday to Thursday 8:30am to 5pm, Friday 8:30am to 4:30pm',
    since: '2020-03-30',
    standing: 'local policy',
    source: GUIDANCE,
    reviewedOn: '2026-11-21',
  },
  'out of hours through the police': {
    title: 'Duty social worker, through the police',
    number: '01534 612612',
    dial: '+441534612612',
    answered: 'Evenings, nights and weekends',
    since: '2020-03-30',
    standing: 'local policy',
    source: GUIDANCE,
    reviewedOn: '2026-11-21',
  },
  'out of hours through the hospital': {
    title: 'Duty social worker, through the hospital',
    number: '01534 442000',
    dial: '+441534442000',
    answered: 'Evenings, nights and weekends',
    since: '2020-03-30',
    standing: 'local policy',
    source: GUIDANCE,
    reviewedOn: '2026-11-21',
  },
} as const satisfies Readonly<Record<string, Telephone>>;

/** The name of a number that pages show. */
export type TelephoneName = keyof typeof TABLE;

/** Every number that pages show. */
export type Telephones = Readonly<Record<TelephoneName, Telephone>>;

/** Jersey's numbers, as published. */
export const TELEPHONES: Telephones = TABLE;
