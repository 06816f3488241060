import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Id } from '../../language/id.ts';
import type { Permission } from '../../profile/permissions.ts';
import { NotFound, type Proof, ProofWanted } from '../access/decision.ts';
import type { Action, Loader, Subject } from '../action.ts';
import type { Telling } from '../database/transaction.ts';
import { besideTheRecord } from '../forms/document-field.ts';
import { type RawAnswers, setAside, wordsIn } from '../forms/raw-answers.ts';
import { once } from '../submission.ts';
import { withAboutPerson } from './about-person.tsx';
import type { Context, FileToTake, Page, PublicContext, Refusal } from './context.ts';
import { DRAFT_KEYS, draftOf, dropDraft, saveDraft } from './drafts.ts';
import { tellUnasked } from './faults.tsx';
import { fromOurPages, type Rule, ruleOf } from './guard.ts';
import type { House } from './house.ts';
import { sentWith } from './multipart.ts';
import { publicVisit } from './public-visit.ts';
import {
  asWorker,
  bodyOf,
  NotFromOurPage,
  pageDocument,
  paramsOf,
  sendDocument,
  sendFile,
  sendPage,
  sendWritten,
} from './replies.tsx';
import { type Found, found, note, noteOfLook, type Visit, visit, withTheOthers } from './staff-visit.ts';
import { Refused, triedIn } from './tried.ts';

/** The controls of every form of the staff that are not answers. */
const OWN_KEYS = ['form-token', 'submission-key', ...DRAFT_KEYS];

type PageRoute<On extends Subject> = {
  readonly permission: Permission;
  readonly proof?: Proof;
  readonly find: Loader<On>;
  readonly page: (subject: On, context: Context) => Page | Promise<Page>;
};

type FileRoute<On extends Subject> = Omit<PageRoute<On>, 'page'> & {
  readonly file: (subject: On, context: Context) => FileToTake | Promise<FileToTake>;
};

type SubmitRoute<On extends Subject, Result> = {
  readonly find: Loader<On>;
  /** Where the browser goes after the commit. */
  readonly done: (result: Result, subject: On) => string;
  /** The same page again with everything that was typed and what is wrong with it. */
  readonly refused: (subject: On, refusal: Refusal, context: Context) => Page | Promise<Page>;
};

/** What a public page answers with: a whole document in the reader's language, or another address. */
export type PublicAnswer =
  | { readonly document: VNode; readonly status?: number; readonly retryAt?: Date | undefined }
  | { readonly to: string };

/** How slices hang their pages and actions on addresses. There is no way to add a route without a rule. */
export type Web = {
  show<On extends Subject>(path: string, route: PageRoute<On>): void;
  file<On extends Subject>(path: string, route: FileRoute<On>): void;
  submit<Answers, On extends Subject, Result>(
    path: string,
    action: Action<Answers, On, Result>,
    route: SubmitRoute<On, Result>,
  ): void;
  publicPage(
    path: string,
    answer: (context: PublicContext, params: Readonly<Record<string, string>>) => Promise<PublicAnswer>,
  ): void;
  /** `key` names the control that carries the key of the form's draft and submission, or reads the key from what was sent. */
  publicForm(
    path: string,
    key: string | ((raw: RawAnswers) => string | undefined),
    answer: (
      raw: RawAnswers,
      context: PublicContext,
      params: Readonly<Record<string, string>>,
    ) => Promise<PublicAnswer>,
  ): void;
};

/** Makes the means by which slices add their routes to a server. */
export function createWeb(server: FastifyInstance, house: House): Web {
  const rule = (permission: Permission, proof: Proof = 'signed in'): { config: { rule: Rule } } => ({
    config: { rule: ruleOf(permission, proof) },
  });
  const open: { config: { rule: Rule } } = { config: { rule: 'public' } };
  return {
    show(path, route) {
      server.get(path, rule(route.permission, route.proof), (request, reply) =>
        showPage(house, path, route, request, reply),
      );
    },
    file(path, route) {
      server.get(path, rule(route.permission, route.proof), (request, reply) =>
        showFile(house, route, request, reply),
      );
    },
    submit(path, action, route) {
      const options = sentWith(rule(action.permission, action.proof), action.input.fields);
      server.post(path, options, (request, reply) => submitForm(house, path, action, route, request, reply));
    },
    publicPage(path, answer) {
      server.get(path, open, async (request, reply) => {
        const result = await publicVisit(house, request, undefined, (context) =>
          answer(context, paramsOf(request)),
        );
        return sendPublic(house, request, reply, result);
      });
    },
    publicForm(path, key, answer) {
      server.post(path, open, async (request, reply) => {
        const raw = bodyOf(request);
        const held = typeof key === 'string' ? raw[key] : key(raw);
        const result = await publicVisit(
          house,
          request,
          typeof held === 'string' ? held : undefined,
          (context) => answer(raw, context, paramsOf(request)),
        );
        return sendPublic(house, request, reply, result);
      });
    },
  };
}

async function showPage<On extends Subject>(
  house: House,
  path: string,
  route: PageRoute<On>,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const asked = await asWorker(house, request, reply);
  if (asked === undefined) return reply;
  const shown = await visit(
    asked,
    { permission: route.permission, proof: route.proof ?? 'signed in' },
    async (within, telling) => {
      const params = paramsOf(request);
      const { subject, one, elsewhere } = await foundToRead(route.find, within, params, telling);
      if (elsewhere !== undefined) return { to: addressUnder(request.url, params, elsewhere) };
      const asking = { find: route.find, path, params, subject, one };
      const page = await withAboutPerson(house, asking, within, route.page(subject, within));
      const looked = page.looked ?? { kind: route.find.kind, id: subject.id, persons: subject.persons };
      const note = noteOfLook(asked, within, route.permission, withTheOthers(looked, one));
      const kept = telling.lastly(note);
      // The page is written while the look is being kept; none of it is sent before that.
      const written = pageDocument(house, asked, page, within);
      await kept;
      return { written };
    },
  );
  return shown.to === undefined ? sendWritten(reply, shown.written) : reply.redirect(shown.to, 303);
}

/**
 * The subject of what is only read: where it is about somebody whose records are merged, everything is read as one from then on; where the
 * address names the record that leads to the other, `elsewhere` is that other.
 */
async function foundToRead<On extends Subject>(
  find: Loader<On>,
  within: Context,
  params: Readonly<Record<string, string>>,
  telling: Pick<Telling, 'asOne'>,
): Promise<Found<On> & { readonly elsewhere?: Id }> {
  const first = await found(find, within, params);
  const { one } = first;
  if (one === undefined) return first;
  const named = params['personId'];
  if (named !== undefined && named !== one.kept) return { ...first, elsewhere: one.kept };
  telling.asOne(one);
  const subject = await find.load(within, params);
  return { subject: subject ?? first.subject, one };
}

/** The address of the same page of another person. */
function addressUnder(url: string, { personId = '' }: Readonly<Record<string, string>>, other: Id): string {
  return url.replace(`/people/${personId}`, `/people/${other}`);
}

async function showFile<On extends Subject>(
  house: House,
  route: FileRoute<On>,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  // A page of somebody else may lead a browser to a page of ours, and has no reason to make it save a list.
  if (!fromOurPages(request, house.publicOrigin)) throw new NotFromOurPage();
  const asked = await asWorker(house, request, reply);
  if (asked === undefined) return reply;
  const file = await visit(
    asked,
    { permission: route.permission, proof: route.proof ?? 'signed in' },
    async (within, telling) => {
      const params = paramsOf(request);
      const { subject, one, elsewhere } = await foundToRead(route.find, within, params, telling);
      if (elsewhere !== undefined) return { to: addressUnder(request.url, params, elsewhere) };
      const taken = await route.file(subject, within);
      const looked = taken.looked ?? { kind: route.find.kind, id: subject.id, persons: subject.persons };
      await telling.lastly(noteOfLook(asked, within, route.permission, withTheOthers(looked, one)));
      return { taken };
    },
  );
  return file.to === undefined ? sendFile(reply, file.taken) : reply.redirect(file.to, 303);
}

async function submitForm<Answers, On extends Subject, Result>(
  house: House,
  path: string,
  action: Action<Answers, On, Result>,
  route: SubmitRoute<On, Result>,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { aside, answers } = setAside(bodyOf(request), OWN_KEYS);
  const key = typeof aside['submission-key'] === 'string' ? aside['submission-key'] : undefined;
  const typed = besideTheRecord(action.input.fields, answers);
  const rule = { permission: action.permission, proof: action.proof };
  const keepTyped = (late: Visit) =>
    visit(late, { ...rule, proof: 'signed in' }, async (context) => {
      const { subject } = await found(route.find, context, paramsOf(request));
      const before = await draftOf(context, action.name, subject.id);
      await saveDraft(context, action.name, subject.id, typed, before?.version ?? 0);
    });
  const asked = await asWorker(house, request, reply, {
    key,
    formToken: aside['form-token'],
    tooLate: keepTyped,
  });
  if (asked === undefined) return reply;
  try {
    const outcome = await visit(asked, rule, (context, telling) =>
      triedIn(
        context,
        () => perform(asked, action, route, paramsOf(request), answers, context),
        async (problems) => {
          tellUnasked(house, request, problems);
          const params = paramsOf(request);
          const { subject, one } = await found(route.find, context, params);
          if (one !== undefined) telling.asOne(one);
          const shown = route.refused(subject, { values: typed, problems }, context);
          const asking = { find: route.find, path, params, subject, one };
          const page = await withAboutPerson(house, asking, context, shown);
          const looked = page.looked ?? { kind: route.find.kind, id: subject.id, persons: subject.persons };
          // Whoever sends a form with a fault in it is shown the record round it, as by any page.
          await note(asked, context, action.permission, withTheOthers(looked, one), 'form shown again');
          return { page: { ...page, problems }, context };
        },
      ),
    );
    if (typeof outcome === 'string') return reply.redirect(outcome, 303);
    return sendPage(house, asked, reply.code(422), outcome.page, outcome.context);
  } catch (fault) {
    // Whoever proves again comes back to a form that still holds every word.
    if (fault instanceof ProofWanted) await keepTyped({ ...asked, key: undefined });
    throw fault instanceof NotFound ? new NotFound(wordsIn(typed)) : fault;
  }
}

async function perform<Answers, On extends Subject, Result>(
  asked: Parameters<typeof note>[0],
  action: Action<Answers, On, Result>,
  route: SubmitRoute<On, Result>,
  params: Readonly<Record<string, string>>,
  answers: RawAnswers,
  context: Context,
): Promise<string> {
  // Found within: who sends again what took the child out of their sight is told what came of it, not that nothing is there.
  const work = async () => {
    const { subject, one } = await found(route.find, context, params);
    const read = action.input.read(answers, { today: context.today });
    if (!read.ok) throw new Refused(read.problems);
    const outcome = await action.perform(read.value, subject, context);
    if (!outcome.ok) throw new Refused(outcome.problems);
    await dropDraft(context, action.name, subject.id);
    const looked = { kind: route.find.kind, id: subject.id, persons: subject.persons };
    await note(asked, context, action.permission, withTheOthers(looked, one));
    return { to: route.done(outcome.value, subject) };
  };
  if (asked.key === undefined) return (await work()).to;
  const kept = besideTheRecord(action.input.fields, answers);
  const sent = { key: asked.key, form: action.name, formVersion: action.version, answers: kept };
  return (await once(context.db, sent, work)).reply['to'] ?? '/work';
}

function sendPublic(house: House, request: FastifyRequest, reply: FastifyReply, answer: PublicAnswer) {
  if ('to' in answer) return reply.redirect(answer.to, 303);
  if (answer.retryAt) void reply.header('retry-after', answer.retryAt.toUTCString());
  return sendDocument(house, request, reply.code(answer.status ?? 200), answer.document);
}
