import type { Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Channel, Concern } from '../profile/code-sets/channels.ts';
import type { Family, Person } from './families.ts';
import type { Partner } from './partners.ts';
import type { Random } from './random.ts';
import type { Holder } from './staff.ts';
import type { Told } from './telling.ts';
import type { Theme } from './words/theme.ts';

/** Those who take part in every contact. */
export type Cast = {
  readonly random: Random;
  readonly holders: readonly Holder[];
  readonly partners: readonly Partner[];
  /** The last number of each year's references. */
  readonly references: Map<number, number>;
};

/** That somebody tells us about children of a family. */
export type Approach = {
  readonly family: Family;
  readonly children: readonly Person[];
  readonly theme: Theme;
  readonly source: string;
  readonly channel: Channel;
  readonly toldAt: Date;
  readonly recordedAt: Date;
  readonly recordedBy: Id | undefined;
  /** The children were compared with those on record, and found. */
  readonly identified: boolean;
  /** What it is about, where that is not left to chance. */
  readonly about?: Concern | undefined;
};

/** A contact as it is being recorded. */
export type ContactBegun = Omit<ContactMade, 'referrerWays' | 'familyMember'>;

/** A contact as it was recorded, for what follows from it. */
export type ContactMade = Approach & {
  readonly id: Id;
  readonly reference: string;
  readonly toldOn: Day;
  readonly about: Concern;
  /** The level of need that this will be found to be. */
  readonly level: 1 | 2 | 3 | 4;
  readonly told: Told;
  readonly happenedOn: Day | undefined;
  /** The number under which the police know it, for what they told. */
  readonly incident: string | undefined;
  readonly permission: 'given' | 'sought' | 'refused' | 'not sought' | 'not asked';
  readonly speaksAs: 'child' | 'family' | 'public' | 'professional' | 'anonymous';
  readonly childRows: readonly { readonly id: Id; readonly child: Person }[];
  /** The ways that whoever told us said are safe. */
  readonly referrerWays: readonly string[];
  /** The first grown-up of the family who was named, to be told what was decided. */
  readonly familyMember: Id | undefined;
};
