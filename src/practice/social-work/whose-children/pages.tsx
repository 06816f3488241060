import { FilterChips } from '../../../platform/html/filter-chips.tsx';
import type { Whose } from './reading.ts';
import type { WhoseAsked } from './rules.ts';

type Props = { readonly whose: Whose; readonly hrefOf: (asked: WhoseAsked) => string };

/** Whose children a list is about, and then which colleague's; nothing where there is no choice to make. */
export function WhoseFilter(props: Props) {
  const choices = [WhoseChips(props), ColleagueChips(props)].filter((one) => one !== null);
  return choices.length === 0 ? null : <div class="c-list-head">{choices}</div>;
}

/** The choices of whose children a list is about; nothing where there is none to make. */
export function WhoseChips({ whose, hrefOf }: Props) {
  const { teams, team, worker, mine } = whose;
  if (teams.length < 2 && mine === undefined) return null;
  const chip = (words: string, asked: WhoseAsked) => ({
    words,
    href: hrefOf(asked),
    isCurrent:
      worker === undefined && asked.team?.id === team?.id && (asked.mine ?? false) === (mine ?? false),
  });
  return (
    <FilterChips
      label="Whose children"
      chips={[
        ...(mine === undefined ? [] : [chip('My children', { mine: true })]),
        chip('Everybody', { mine: mine === undefined ? undefined : false }),
        ...(teams.length > 1 ? teams.map((one) => chip(one.title, { team: one })) : []),
      ]}
    />
  );
}

/** The same for each colleague of the team, or of the one team that the viewer has. */
function ColleagueChips({ whose, hrefOf }: Props) {
  const { teams, team, worker } = whose;
  const colleagues = (team ?? (teams.length === 1 ? teams[0] : undefined))?.workers ?? [];
  if (colleagues.length === 0) return null;
  return (
    <FilterChips
      label="Which worker’s children"
      chips={colleagues.map((one) => ({
        words: one.name,
        href: hrefOf({ team, worker: one }),
        isCurrent: one.id === worker?.id,
      }))}
    />
  );
}
