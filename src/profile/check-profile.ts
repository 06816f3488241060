import { isDay } from '../language/day.ts';
import type { Problem } from '../language/outcome.ts';
import type { Profile } from './profile.ts';
import type { Sourced } from './standing.ts';

/**
 * Every fault of a profile, each at the place where it stands; none means that the program may start with it. What the
 * compiler cannot see is checked here: dates that exist, sources that are given, names that agree between the tables.
 */
export function checkProfile(profile: Profile): readonly Problem[] {
  return [
    ...clocks(profile),
    ...whoMayDoWhat(profile),
    ...fieldClasses(profile),
    ...codeSets(profile),
    ...continuum(profile),
    ...partners(profile),
    ...teams(profile),
    ...caseload(profile),
    ...telephones(profile),
    ...signIn(profile),
    ...calendar(profile),
  ];
}

function clocks({ timescales }: Profile): readonly Problem[] {
  return Object.entries(timescales).flatMap(([clock, editions]) => [
    ...editions.flatMap((edition) => sourced(`timescales.${clock}`, edition)),
    ...editions
      .filter(({ within }) => within !== null && !(Number.isInteger(within.amount) && within.amount >= 1))
      .map(() => fault(`timescales.${clock}`, 'A length of time must be a whole number of at least 1')),
    ...editions
      .filter(({ since }, index) => index > 0 && since <= (editions[index - 1]?.since ?? since))
      .map(() => fault(`timescales.${clock}`, 'Editions must stand in the order of their first days')),
  ]);
}

function whoMayDoWhat({ roles, permissions }: Profile): readonly Problem[] {
  return Object.entries(permissions).flatMap(([permission, mayDoIt]) => [
    ...mayDoIt
      .filter((role) => !Object.hasOwn(roles, role))
      .map((role) => fault(`permissions.${permission}`, `There is no role “${role}”`)),
    ...(mayDoIt.length === 0 ? [fault(`permissions.${permission}`, 'Nobody may do this')] : []),
    ...repeated(mayDoIt).map((role) => fault(`permissions.${permission}`, `The role “${role}” stands twice`)),
  ]);
}

function signIn({ roles, signIn: { secondFactor } }: Profile): readonly Problem[] {
  return [
    ...sourced('signIn.secondFactor', secondFactor),
    ...secondFactor.roles
      .filter((role) => roles[role]?.kind === 'system')
      .map((role) => fault('signIn.secondFactor', `Nobody signs in as “${role}”`)),
  ];
}

function fieldClasses({ roles, fieldClasses: classes }: Profile): readonly Problem[] {
  return Object.entries(classes).flatMap(([name, rule]) => [
    ...sourced(`fieldClasses.${name}`, rule),
    ...rule.readBy
      // Who looked, and who opened what in an emergency, is read by whoever answers for looking, and they meet no record.
      .filter(
        (role) =>
          !['audit', 'emergency access'].includes(name) &&
          ['nothing', 'figures only'].includes(roles[role]?.sees ?? ''),
      )
      .map((role) => fault(`fieldClasses.${name}`, `The role “${role}” meets no records`)),
  ]);
}

function codeSets({ codeSets: sets }: Profile): readonly Problem[] {
  return [
    ...repeated(sets.map(({ id }) => id)).map((id) =>
      fault(`codeSets.${id}`, 'Two code sets have this name'),
    ),
    ...sets.flatMap((set) => [
      ...sourced(`codeSets.${set.id}`, set),
      ...repeated(set.codes.map(({ code }) => code)).map((code) =>
        fault(`codeSets.${set.id}`, `The code “${code}” stands twice`),
      ),
      ...set.codes
        .filter(({ label }) => label.trim() === '')
        .map(({ code }) => fault(`codeSets.${set.id}`, `The code “${code}” has no words`)),
    ]),
  ];
}

function continuum({ levelsOfNeed, indicators }: Profile): readonly Problem[] {
  const statements = indicators.flatMap((domain) => domain.statements);
  return [
    ...levelsOfNeed.flatMap((level) => sourced(`levelsOfNeed.${level.level}`, level)),
    ...(levelsOfNeed.map(({ level }) => level).join() === '1,2,3,4'
      ? []
      : [fault('levelsOfNeed', 'There must be four levels, 1 to 4')]),
    ...indicators.flatMap((domain) => sourced(`indicators.${domain.id}`, domain)),
    ...repeated(statements.map(({ id }) => id)).map((id) =>
      fault(`indicators.${id}`, 'Two statements have this name'),
    ),
  ];
}

function partners({ roles, agencyRules, agencies }: Profile): readonly Problem[] {
  return [
    ...Object.entries(agencyRules).flatMap(([kind, rule]) => [
      ...sourced(`agencyRules.${kind}`, rule),
      ...(roles[rule.role]?.kind === 'partner'
        ? []
        : [fault(`agencyRules.${kind}`, 'Its role must be a partner’s')]),
    ]),
    ...agencies.flatMap((agency) => sourced(`agencies.${agency.id}`, agency)),
    ...repeated(agencies.map(({ id }) => id)).map((id) =>
      fault(`agencies.${id}`, 'Two agencies have this name'),
    ),
  ];
}

function teams({ roles, organisation }: Profile): readonly Problem[] {
  return organisation.flatMap((team) => [
    ...sourced(`organisation.${team.id}`, team),
    ...team.posts
      .filter(({ role }) => roles[role]?.kind !== 'staff')
      .map(({ title }) => fault(`organisation.${team.id}`, `The post “${title}” has no role of the staff`)),
  ]);
}

function caseload({ caseload: rules }: Profile): readonly Problem[] {
  const points = [...Object.entries(rules.weights), ['nothingOpen', rules.nothingOpen] as const];
  const { ceiling, newlyQualified, fullTimeShare } = rules;
  return [
    ...points.flatMap(([name, weight]) => sourced(`caseload.${name}`, weight)),
    ...points
      .filter(([, weight]) => !(weight.points > 0))
      .map(([name]) => fault(`caseload.${name}`, 'A child counts for more than nothing')),
    ...Object.entries({ ceiling, newlyQualified, fullTimeShare }).flatMap(([name, one]) =>
      sourced(`caseload.${name}`, one),
    ),
    ...[newlyQualified.share, ...Object.values(fullTimeShare.byPostTitle)]
      .filter((share) => !(share > 0 && share <= 1))
      .map(() => fault('caseload', 'A share is more than 0 and at most 1')),
  ];
}

function telephones({ telephones: numbers }: Profile): readonly Problem[] {
  return Object.entries(numbers).flatMap(([name, telephone]) => [
    ...sourced(`telephones.${name}`, telephone),
    ...(/^\+?\d{3,15}$/.test(telephone.dial)
      ? []
      : [fault(`telephones.${name}`, 'The number cannot be dialled')]),
    ...(isDay(telephone.reviewedOn)
      ? []
      : [fault(`telephones.${name}`, 'It must say when it was last looked at')]),
  ]);
}

function calendar({ calendarRules: rules }: Profile): readonly Problem[] {
  const open = rules.officeHours.flatMap(({ week }) => week.filter((hours) => hours !== null));
  return [
    ...rules.officeHours.flatMap((edition) => sourced('officeHours', edition)),
    ...(open.length === 0 ? [fault('officeHours', 'The office must open on at least one weekday')] : []),
    ...open
      .filter(({ opens, closes }) => opens >= closes)
      .map(() => fault('officeHours', 'It must open before it closes')),
    ...rules.holidayRules.flatMap((rule) => sourced(`holidayRules.${rule.name}`, rule)),
    ...rules.holidayExceptions.flatMap((exception) => [
      ...sourced(`holidayExceptions.${exception.on}`, exception),
      ...(isDay(exception.on) ? [] : [fault(`holidayExceptions.${exception.on}`, 'There is no such day')]),
    ]),
  ];
}

function sourced(field: string, { since, source }: Sourced): readonly Problem[] {
  return [
    ...(isDay(since) ? [] : [fault(field, `“${since}” is not a day`)]),
    ...(source.trim() === '' ? [fault(field, 'It must say where it comes from')] : []),
  ];
}

function fault(field: string, message: string): Problem {
  return { field, message };
}

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
