import { LoadDots } from '../platform/charts/load-dots.tsx';
import { Panel } from '../platform/html/panel.tsx';
import type { CaseloadRules } from '../profile/caseload.ts';
import type { Figure } from './figure.ts';
import { type Month, monthName } from './month.ts';

/** How a load is spread at the end of a month: a mark for each worker, without names, and the ceiling of the profile. */
export function LoadPanel({
  figure: { loads, value },
  month,
  rules,
}: {
  figure: Figure;
  month: Month;
  rules: Pick<CaseloadRules, 'ceiling'>;
}) {
  const { children: ceiling } = rules.ceiling;
  if (value === null) return null;
  const full = loads.filter((load) => load >= ceiling).length;
  const workers = loads.length === 1 ? '1 worker has' : `${loads.length} workers have`;
  return (
    <Panel title={`Each worker at the end of ${monthName(month)}`}>
      <p>
        {workers} {loads[0]} to {loads.at(-1)} children. {fullWords(full, ceiling)}
      </p>
      <LoadDots loads={loads} mean={value} ceiling={ceiling} />
    </Panel>
  );
}

function fullWords(full: number, ceiling: number): string {
  if (full === 0) return `Nobody has ${ceiling} or more, which is the ceiling of a full-time worker.`;
  return `${full === 1 ? 'One has' : `${full} have`} ${ceiling} or more, which is the ceiling of a full-time worker.`;
}
