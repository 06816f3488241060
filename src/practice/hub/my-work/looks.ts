import { looksToReview } from '../../people/look-review/index.ts';
import { type Kind, oldestOf } from './rules.ts';

/** Looks at records that somebody is to judge. */
export const LOOKS: Kind = {
  permission: 'look: review',
  async waiting({ db }) {
    const looks = await looksToReview(db);
    return {
      title: 'Looks to judge',
      href: '/look-reviews',
      count: looks.length,
      noun: 'look',
      toDo: 'Say of each whether it was right',
      oldestAt: oldestOf(looks.map(({ firstAt }) => firstAt)),
    };
  },
};
