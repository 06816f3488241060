import { RatingTag, Tag } from '../../../platform/html/tags.tsx';
import { type FrozenCase, isOnTable } from './rules.ts';

/** How a case stands: rated, on the table, ended meanwhile, or waiting. */
export function Standing({ one }: { one: FrozenCase }) {
  return (
    <>
      {one.rated && (
        <>
          <RatingTag colour={one.rated.harm} words={`Harm ${one.rated.harm}`} />{' '}
          <RatingTag colour={one.rated.breakdown} words={`Breakdown ${one.rated.breakdown}`} />{' '}
        </>
      )}
      {isOnTable(one) && <Tag colour="blue">On the table</Tag>}
      {!one.isOpen && <Tag>Ended meanwhile</Tag>}
      {one.isOpen && one.rated === undefined && !isOnTable(one) && 'Not rated'}
    </>
  );
}
