import { addDays, type Day } from '../../src/language/day.ts';

/** The kinds of period that the steps begin and end. */
export const KINDS = ['early help', 'assessment', 'in need'] as const;
/** Whom a declared period may be for. */
export const FOR_WHOM = ['all', 'protection plan', 'care', 'social care', 'early help'] as const;

/** The colours of a rating, and within how many days each is looked at again. */
const COLOURS = { red: 14, amber: 28, green: 56 } as const;
type Colour = keyof typeof COLOURS;

type Child = {
  readonly open: Map<string, Day>;
  plan: Day | undefined;
  care: Day | undefined;
  seenOn: Day | undefined;
  /** On the register of complex cases: reviewed last, or entered. */
  reviewedOn: Day | undefined;
  rated: { readonly on: Day; readonly colour: Colour } | undefined;
  /** The days by which something that was decided is to be done. */
  readonly actions: Day[];
  /** Where the child was told of before birth: the expected day, until somebody writes down that it was born. */
  birthOn: Day | undefined;
  isBorn: boolean;
  /** Which of the two workers has the child. */
  worker: number | undefined;
};

type Declared = {
  readonly forWhom: string;
  readonly days: number;
  readonly fromOn: Day;
  readonly untilOn: Day | undefined;
  endedOn: Day | undefined;
};

/** What the steps have made, in memory, with nothing of the program in it. */
export type Model = {
  today: Day;
  readonly children: readonly Child[];
  readonly declared: Declared[];
};

type Calendar = { isWorking(on: Day): boolean };

/** So many children, nothing open for any of them; every second one is unborn, and expected within months. */
export function newModel(today: Day, children: number): Model {
  const none = (_: unknown, at: number) => ({
    birthOn: at % 2 === 0 ? undefined : addDays(today, 15 * at),
    isBorn: at % 2 === 0,
    reviewedOn: undefined,
    rated: undefined,
    actions: [],
    open: new Map(),
    plan: undefined,
    care: undefined,
    seenOn: undefined,
    worker: undefined,
  });
  return { today, children: Array.from({ length: children }, none), declared: [] };
}

/** What the first worker has to do by today in seven days, by child and day. */
export function dueItems(model: Model, calendar: Calendar): readonly string[] {
  const last = addDays(model.today, 7);
  return model.children
    .flatMap((child, at) => {
      if (child.worker !== 0 || child.open.size === 0) return [];
      const visit = visitDue(model, child, calendar);
      const began = child.open.get('assessment');
      const review = child.reviewedOn && dayAfter(child.reviewedOn, 28, calendar);
      const again = child.rated && dayAfter(child.rated.on, COLOURS[child.rated.colour], calendar);
      const assessment = began && countWorking(began, 45, calendar);
      return [
        ...(visit !== undefined && visit <= last ? [`visit ${at} ${visit}`] : []),
        ...(assessment && assessment <= last ? [`assessment ${at} ${assessment}`] : []),
        ...(review && review <= last ? [`review ${at} ${review}`] : []),
        ...(again && again <= last ? [`rating ${at} ${again}`] : []),
        ...child.actions.filter((on) => on <= last).map((on) => `action ${at} ${on}`),
      ];
    })
    .toSorted();
}

/** Whether another period is declared for some of the same children on one of these days. */
export function declaredBeside(model: Model, asked: Declared): boolean {
  const days = daysOf(asked);
  return model.declared.some(
    (one) =>
      (one.forWhom === asked.forWhom || one.forWhom === 'all' || asked.forWhom === 'all') &&
      daysOf(one)[0] < days[1] &&
      days[0] < daysOf(one)[1],
  );
}

/** The first day, and the first day after: equal where it never stood. */
function daysOf({ fromOn, untilOn, endedOn }: Declared): readonly [string, string] {
  const after = [untilOn && addDays(untilOn, 1), endedOn].filter((one) => one !== undefined).toSorted();
  return [fromOn, after[0] ?? '9999'];
}

function visitDue({ today, declared }: Model, child: Child, calendar: Calendar): Day | undefined {
  if (child.birthOn !== undefined && child.birthOn > today) return undefined;
  const [whom, began, count] = ruleFor(child);
  const from = later(later(child.seenOn ?? began, began), child.birthOn ?? began);
  const ordinary = count(from, calendar);
  const stands = declared.find((one) => {
    const [first, after] = daysOf(one);
    return (one.forWhom === 'all' || one.forWhom === whom) && first <= today && today < after;
  });
  if (stands === undefined) return ordinary;
  return earlier(dayAfter(later(from, stands.fromOn), stands.days, calendar), ordinary);
}

type Rule = readonly [string, Day, (from: Day, calendar: Calendar) => Day];

function ruleFor({ plan, care, open }: Child): Rule {
  if (plan !== undefined)
    return ['protection plan', plan, (from, calendar) => countWorking(from, 10, calendar)];
  if (care !== undefined) return ['care', care, (from, calendar) => dayAfter(from, 42, calendar)];
  const twenty = (from: Day, calendar: Calendar) => countWorking(from, 20, calendar);
  const social = [...open].filter(([kind]) => kind !== 'early help').map(([, on]) => on);
  const [first] = (social.length > 0 ? social : [...open.values()]).toSorted();
  return [social.length > 0 ? 'social care' : 'early help', first ?? ('9999-01-01' as Day), twenty];
}

/** So many days later, or the working day after it. */
function dayAfter(from: Day, days: number, calendar: Calendar): Day {
  let on = addDays(from, days);
  while (!calendar.isWorking(on)) on = addDays(on, 1);
  return on;
}

function countWorking(from: Day, days: number, calendar: Calendar): Day {
  let on = from;
  for (let left = days; left > 0; ) {
    on = addDays(on, 1);
    if (calendar.isWorking(on)) left -= 1;
  }
  return on;
}

function earlier(...days: readonly Day[]): Day {
  return days.toSorted()[0] ?? ('9999-01-01' as Day);
}

function later(one: Day, other: Day): Day {
  return earlier(one, other) === one ? other : one;
}
