import { unlessQuicker } from '../../../language/outcome.ts';
import { action } from '../../../platform/action.ts';
import { oneOf } from '../../../platform/forms/choice-fields.ts';
import { optional } from '../../../platform/forms/field.ts';
import { form } from '../../../platform/forms/form.ts';
import { words } from '../../../platform/forms/text-fields.ts';
import {
  EARLY_HELP_ANSWERS,
  EARLY_HELP_DECLINED_REASONS,
} from '../../../profile/code-sets/early-help-answers.ts';
import { goingOn, mayEndWithoutWork, NEVER_WORK } from '../../people/never-work/index.ts';
import { declinedReasonIn, type Episode, mayBegin, mayEnd, mayReply } from './rules.ts';
import { beginEpisode, endEpisode, keepReply } from './store.ts';

const NOW_STANDS = 'How it stands now is shown below.';

/** What the family said to the offer. */
export const reply = action({
  permission: 'early help: begin',
  name: 'early help: reply',
  input: form({
    reply: oneOf(EARLY_HELP_ANSWERS, 'Select what the family said'),
    declinedReason: optional(oneOf(EARLY_HELP_DECLINED_REASONS, 'Select why not now')),
    declinedWords: optional(words({ max: 2000 })),
  }),
  async perform({ reply, declinedReason: code, declinedWords }, episode: Episode, context) {
    const answers = { reply, declinedReason: declinedReasonIn(code, declinedWords) };
    const may = mayReply(episode, answers);
    return may.ok
      ? unlessQuicker(await keepReply(context, episode.id, answers), episode.id, NOW_STANDS)
      : may;
  },
});

/** The first meeting with the family has taken place: the help goes on from today. */
export const begin = action({
  permission: 'early help: begin',
  input: form({}),
  async perform(_answers, episode: Episode, context) {
    const may = mayBegin(episode);
    return may.ok ? unlessQuicker(await beginEpisode(context, episode.id), episode.id, NOW_STANDS) : may;
  },
});

/** Help that was written down as begun never became work. What became work ends with its period of service. */
export const end = action({
  permission: 'early help: end',
  input: form(NEVER_WORK),
  async perform(answers, episode: Episode, context) {
    const open = mayEnd(episode);
    if (!open.ok) return open;
    const may = mayEndWithoutWork(answers.reason, await goingOn(context.db, 'early_help_episode', episode));
    return may.ok
      ? unlessQuicker(await endEpisode(context, episode.id, answers), episode.id, NOW_STANDS)
      : may;
  },
});
