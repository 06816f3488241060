import { addDays } from '../language/day.ts';
import { concernsOn } from './approaches.ts';
import type { Family, Person } from './families.ts';
import type { Recorded } from './ledger.ts';
import type { Making } from './making.ts';
import { recordAdults, recordChild, type Services } from './people.ts';

/** Who is on record so far, and how they come to be: because somebody asked about them. */
export type Register = {
  /** Puts a family on record when somebody first asks about it, and each of its children when somebody first asks about them. */
  meet(family: Family, children: readonly Person[], recorded: Recorded): void;
  /** Puts on record the children who were born into families that were known already. */
  finish(): void;
};

/** An empty register. */
export function openRegister(making: Making, services: Services): Register {
  const known = new Map<Family, Person[]>();
  const put = (family: Family, there: Person[], child: Person, recorded: Recorded) => {
    if (there.includes(child)) return;
    recordChild(making, services, { family, child, siblings: [...there] }, recorded);
    there.push(child);
  };
  const begin = (family: Family, recorded: Recorded) => {
    const there: Person[] = [];
    known.set(family, there);
    recordAdults(making, services, family, recorded);
    const on = making.dayOf(recorded.at);
    const asked = family.children.filter((child) => concernsOn(child, on));
    for (const child of asked) put(family, there, child, recorded);
    return there;
  };
  return {
    meet: (family, children, recorded) => {
      const there = known.get(family) ?? begin(family, recorded);
      for (const child of children) put(family, there, child, recorded);
    },
    finish: () => {
      const born = [...known].flatMap(([family, there]) =>
        family.children.map((child) => ({ family, there, child })),
      );
      for (const { family, there, child } of born) {
        const at = child.bornOn && making.atMinute(addDays(child.bornOn, 14), 610);
        if (at !== undefined && at <= making.now) put(family, there, child, { at });
      }
    },
  };
}
