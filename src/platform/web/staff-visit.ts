import type { FastifyRequest } from 'fastify';
import type { CompiledQuery } from 'kysely';
import { isId } from '../../language/id.ts';
import type { Permission } from '../../profile/permissions.ts';
import {
  decide,
  NotFound,
  NotPermitted,
  type Proof,
  ProofWanted,
  SecondFactorWanted,
} from '../access/decision.ts';
import { type Viewer, viewerOn } from '../access/viewer.ts';
import type { Loader, Subject } from '../action.ts';
import { type AuditEntry, actStatement, recordAct } from '../audit/audit.ts';
import { type OneRecord, oneRecordOf } from '../database/one-record.ts';
import type { Settings } from '../database/settings.ts';
import type { Telling } from '../database/transaction.ts';
import type { RawAnswers } from '../forms/raw-answers.ts';
import { lacksSecondFactor } from '../identity/second-factor.ts';
import { type Session, sessionName } from '../identity/session.ts';
import { keyHash } from '../submission.ts';
import type { Authority, Context, Looked, Surroundings } from './context.ts';
import { type House, newId, nowOf, withSurroundingsAnd } from './house.ts';

/** Somebody signed in who asks for something: what every page and action of the staff begins with. */
export type Visit = {
  readonly house: House;
  readonly authority: Authority;
  readonly session: Session;
  readonly request: FastifyRequest;
  readonly query: RawAnswers;
  readonly knownAt: Date | undefined;
  /** The key of a submission, when something is sent. */
  readonly key?: string | undefined;
};

/**
 * Runs work for a viewer in one transaction: reads who they are today, decides, narrows the transaction to what they may see.
 *
 * A refusal is written to the audit in the same transaction, which has done nothing else by then, and thrown when it has been kept.
 */
export async function visit<Result>(
  asked: Visit,
  rule: { permission: Permission; proof: Proof },
  work: (context: Context, telling: Telling) => Promise<Result>,
): Promise<Result> {
  const { house, authority, session } = asked;
  const base = {
    request: asked.request.id,
    query: asked.query,
    actor: session.staffId,
    knownAt: asked.knownAt,
    key: asked.key === undefined ? undefined : keyHash(asked.key),
  };
  // Also of a page as known at an earlier instant: who may see it is decided by today's posts and walls.
  const readViewer = ({ db, today }: Surroundings) =>
    viewerOn(db.withoutPlugins(), authority.profile, session.staffId, today);
  const visited = await withSurroundingsAnd(
    house,
    authority,
    base,
    readViewer,
    async (surroundings, somebody, telling): Promise<{ denied: Error } | { result: Result }> => {
      const isBare = somebody !== undefined && lacksSecondFactor(surroundings, somebody.roles, session);
      const viewer = isBare ? new SecondFactorWanted() : admitted(somebody, rule, session);
      if (viewer instanceof NotPermitted) await noteRefusal(surroundings, asked, viewer);
      if (viewer instanceof Error) return { denied: viewer };
      telling.more(seeingAs(authority, viewer, base));
      const { knownAt } = asked;
      const { publicOrigin } = house;
      const context = { ...surroundings, viewer, by: viewer.staffId, publicOrigin, knownAt, session };
      return { result: await work(context, telling) };
    },
  );
  if ('denied' in visited) throw visited.denied;
  return visited.result;
}

function admitted(
  viewer: Viewer | undefined,
  rule: { permission: Permission; proof: Proof },
  session: Session,
): Viewer | NotPermitted | ProofWanted {
  const decision = decide(viewer, rule.permission, {
    asked: rule.proof,
    given: session.provedRecently ? 'proved again' : 'signed in',
  });
  if (viewer !== undefined && decision.allowed) return viewer;
  return viewer?.permissions.has(rule.permission)
    ? new ProofWanted()
    : new NotPermitted(rule.permission, decision);
}

/** A subject that was found; `one` where it is about somebody whose records are read as one. */
export type Found<On extends Subject> = { readonly subject: On; readonly one: OneRecord | undefined };

/**
 * Finds the subject of a page or action through the viewer's sight, and throws the one answer for hidden and absent alike. An address that
 * names a record which leads to another finds that other.
 */
export async function found<On extends Subject>(
  loader: Loader<On>,
  context: Context,
  params: Readonly<Record<string, string>>,
): Promise<Found<On>> {
  const named = params['personId'];
  const [loaded, leading] = await Promise.all([
    loader.load(context, params),
    named !== undefined && isId(named) ? oneRecordOf(context.db, named) : undefined,
  ]);
  const isElsewhere = leading !== undefined && leading.kept !== named;
  const subject = isElsewhere ? await loader.load(context, { ...params, personId: leading.kept }) : loaded;
  if (subject === undefined) throw new NotFound();
  const [first] = subject.persons;
  if (leading !== undefined || loader.about !== 'one person' || first === undefined)
    return { subject, one: leading };
  return { subject, one: await oneRecordOf(context.db, first) };
}

/** Whom an answer shows, with the records that are read as one with theirs. */
export function withTheOthers(looked: Looked, one: OneRecord | undefined): Looked {
  return one === undefined
    ? looked
    : { ...looked, persons: [...new Set([...looked.persons, one.kept, ...one.others])] };
}

/** Writes down that somebody acted, in the same transaction. */
export function note(
  asked: Visit,
  context: Context,
  act: Permission,
  looked: Looked,
  ground?: 'form shown again',
): Promise<void> {
  const entry = entryOf(asked, context, act, looked);
  return recordAct(context.db, { ...entry, ground: ground ?? entry.ground });
}

/** The statement that writes down that somebody looked: the last of its transaction. */
export function noteOfLook(asked: Visit, context: Context, act: Permission, looked: Looked): CompiledQuery {
  return actStatement(context.db, entryOf(asked, context, act, looked)).compile();
}

function entryOf(asked: Visit, context: Context, act: Permission, looked: Looked): AuditEntry {
  return {
    id: newId(),
    actor: context.by,
    session: sessionName(asked.session.tokenHash),
    request: context.request,
    act,
    subjectKind: looked.kind,
    subjectId: looked.id,
    persons: looked.persons,
    fieldClasses: looked.fieldClasses,
    ground: asked.knownAt === undefined ? undefined : 'as known at',
    allowed: true,
    decidedBy: `role has "${act}"`,
  };
}

function seeingAs(authority: Authority, viewer: Viewer, base: Omit<Settings, 'authority' | 'now'>): Settings {
  return {
    ...base,
    authority: authority.schema,
    now: nowOf(authority),
    principals: [viewer.staffId, ...viewer.teams],
    agency: viewer.agencyId,
    wide: viewer.wide,
    fieldClasses: [...viewer.fieldClasses],
    provenance: viewer.agencyId === undefined ? 'worker' : 'partner agency',
  };
}

function noteRefusal({ db }: Surroundings, asked: Visit, refusal: NotPermitted): Promise<void> {
  return recordAct(db, {
    id: newId(),
    actor: asked.session.staffId,
    session: sessionName(asked.session.tokenHash),
    request: asked.request.id,
    act: refusal.permission,
    allowed: false,
    decidedBy: refusal.decision.rule,
  });
}
