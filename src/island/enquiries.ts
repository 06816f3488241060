import { dayInFull } from '../language/dates-in-words.ts';
import type { Day } from '../language/day.ts';
import type { Id } from '../language/id.ts';
import type { Role } from '../profile/roles.ts';
import type { Cast, ContactMade } from './contact-made.ts';
import { present } from './duty.ts';
import { between, earlier } from './instants.ts';
import type { Making } from './making.ts';
import type { Office } from './office.ts';
import type { Partner } from './partners.ts';
import { HELD } from './words/reasons.ts';

/** An enquiry that is to be made: of whom, when, and when it is known to have ended. */
export type Enquiring = {
  readonly openedAt: Date;
  readonly closedAt: Date | undefined;
  /** The ids of the agencies in the profile. */
  readonly partners: readonly string[];
  /** How many of them have answered; all, where it is not said. */
  readonly answered?: number | undefined;
};

const MEMBERS = [
  'police',
  'hospital',
  'education',
  'community-nursing',
  'housing',
  'probation',
  'child-mental-health',
];
const WITHOUT = [
  'Asking could put the child in more danger before we know enough.',
  'The parent could not be reached, and we need to know tonight.',
  'The family said no, and what was told is too serious to wait.',
];
const PURPOSE = [
  'To understand whether the children are safe at home.',
  'To know what others have seen in the last twelve months.',
  'To decide whether a social worker is needed.',
];

/** Which agencies an enquiry asks: two to four of those that sit in the MASH or are close to it. */
export function partnersToAsk(cast: Cast, source: string): readonly string[] {
  const others = MEMBERS.filter(
    (key) => !(source === '6' && key === 'police') && !(source === '2A' && key === 'education'),
  );
  return cast.random.some(
    others,
    cast.random.weighted([
      [2, 45],
      [3, 40],
      [4, 15],
    ]),
  );
}

/** Opens an enquiry with its checks and answers. Without permission it carries a manager's reason, or the database refuses it. */
export function recordEnquiry(
  making: Making,
  cast: Cast,
  office: Office,
  contact: ContactMade,
  enquiring: Enquiring,
): void {
  const { openedAt, closedAt } = enquiring;
  const on = making.dayOf(openedAt);
  const decider = somebody(cast, 'MASH decision maker', on);
  const enquiryId = addEnquiry(making, cast, contact, {
    openedAt,
    decider,
    manager: somebody(cast, 'hub manager', on),
  });
  if (closedAt !== undefined) {
    const closed = { closed_at: closedAt, closed_by: decider };
    making.ledger.change('mash_enquiry', enquiryId, closed, { at: closedAt, by: decider });
  }
  const asked = enquiring.partners.flatMap(
    (key) => cast.partners.find((partner) => partner.key === key) ?? [],
  );
  for (const [index, partner] of asked.entries()) {
    const answers = index < (enquiring.answered ?? asked.length);
    const check = { enquiryId, contact, partner, askedBy: decider, askedAt: openedAt };
    askPartner(making, cast, office, check, answers ? (closedAt ?? making.now) : undefined);
  }
}

type Opened = { readonly openedAt: Date; readonly decider: Id; readonly manager: Id };

function addEnquiry(
  making: Making,
  { random }: Cast,
  contact: ContactMade,
  { openedAt, decider, manager }: Opened,
): Id {
  const permission = contact.permission === 'not asked' ? 'not sought' : contact.permission;
  const given = permission === 'given';
  const id = random.id();
  making.ledger.add(
    'mash_enquiry',
    {
      id,
      contact_id: contact.id,
      purpose: random.pick(PURPOSE),
      permission,
      without_permission_reason: given ? null : random.pick(WITHOUT),
      without_permission_by: given ? null : manager,
      opened_by: given ? decider : manager,
      opened_at: openedAt,
    },
    { at: openedAt, by: given ? decider : manager },
  );
  return id;
}

function somebody({ random, holders }: Cast, role: Role, on: Day): Id {
  return random.pick(
    present(
      holders.filter((holder) => holder.role === role),
      on,
    ),
  ).staffId;
}

type Check = {
  readonly enquiryId: Id;
  readonly contact: ContactMade;
  readonly partner: Partner;
  readonly askedBy: Id;
  readonly askedAt: Date;
};

function askPartner(
  making: Making,
  { random }: Cast,
  office: Office,
  check: Check,
  answeredBefore: Date | undefined,
): void {
  const { enquiryId, contact, partner, askedBy, askedAt } = check;
  const id = random.id();
  const { fields } = making.profile.agencyRules[partner.kind];
  making.ledger.add(
    'partner_check',
    {
      id,
      mash_enquiry_id: enquiryId,
      contact_id: contact.id,
      agency_id: partner.id,
      asked_about: askedAbout(contact),
      purpose: random.pick(PURPOSE),
      fields: [
        ...random.some(
          fields.map(({ code }) => code),
          random.whole(1, fields.length),
        ),
      ],
      asked_by: askedBy,
      asked_at: askedAt,
    },
    { at: askedAt, by: askedBy },
  );
  if (answeredBefore === undefined) return;
  const at = earlier(
    office.after(askedAt, random.lognormal(150, 0.7)),
    between(askedAt, answeredBefore, random.unit()),
  );
  const by = random.pick(partner.people).staffId;
  const holds = random.chance(0.7);
  const said = HELD[partner.kind] ?? HELD['other'] ?? [];
  making.ledger.add(
    'partner_answer',
    {
      id: random.id(),
      partner_check_id: id,
      holds,
      words: holds ? random.pick(said) : '',
      answered_by: by,
      answered_at: at,
    },
    { at, by },
  );
}

function askedAbout(contact: ContactMade): string {
  return contact.children
    .map(
      ({ givenName, familyName, bornOn }) =>
        `${givenName} ${familyName}, ${bornOn === undefined ? 'not yet born' : `born ${dayInFull(bornOn)}`}`,
    )
    .join('\n');
}
