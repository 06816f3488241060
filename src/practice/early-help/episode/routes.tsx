import { noSubject } from '../../../platform/action.ts';
import type { Context, Page, Refusal } from '../../../platform/web/context.ts';
import type { Web } from '../../../platform/web/web.tsx';
import { personBriefs } from '../../people/person/index.ts';
import { begin, end, reply } from './actions.ts';
import { EpisodePage, EpisodesPage } from './pages.tsx';
import type { Episode } from './rules.ts';
import { episodeOnRecord, episodesGoingOn } from './store.ts';

/** Hangs early help on its addresses. */
export function routes(web: Web): void {
  const at = '/early-help-episodes';
  web.show(at, {
    permission: 'early help: read',
    find: noSubject,
    page: (_nothing, context) => list(context),
  });
  web.show(`${at}/:episodeId`, { permission: 'early help: read', find: episodeOnRecord, page: one });
  const refused = (episode: Episode, refusal: Refusal, context: Context) => one(episode, context, refusal);
  const here = (_done: unknown, episode: Episode) => `${at}/${episode.id}`;
  // After a no, or an end, whoever wrote it down may no longer see the child: back to the list.
  const toList = () => at;
  web.submit(`${at}/:episodeId/replies`, reply, { find: episodeOnRecord, done: toList, refused });
  web.submit(`${at}/:episodeId/beginning`, begin, { find: episodeOnRecord, done: here, refused });
  web.submit(`${at}/:episodeId/ending`, end, { find: episodeOnRecord, done: toList, refused });
}

async function list(context: Context): Promise<Page> {
  const episodes = await episodesGoingOn(context.db);
  const persons = episodes.map((episode) => episode.personId);
  const children = await personBriefs(context.db, persons);
  return {
    title: 'Early help',
    place: 'my work',
    looked: { kind: 'early-help episode', persons },
    body: <EpisodesPage episodes={episodes} children={children} context={context} />,
  };
}

async function one(episode: Episode, context: Context, refusal?: Refusal): Promise<Page> {
  const children = await personBriefs(context.db, [episode.personId]);
  const child = children.get(episode.personId);
  return {
    title: `Early help, ${child?.name ?? 'a child on record'}`,
    place: 'my work',
    body: <EpisodePage episode={episode} child={child} context={context} refusal={refusal} />,
  };
}
