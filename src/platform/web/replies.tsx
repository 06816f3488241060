import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { dayInFull, timeInWords } from '../../language/dates-in-words.ts';
import { dayOf } from '../../language/day.ts';
import type { Id } from '../../language/id.ts';
import { initials } from '../../language/name.ts';
import { decode } from '../forms/decode.ts';
import type { RawAnswers } from '../forms/raw-answers.ts';
import { renderDocument } from '../html/document.tsx';
import { StaffPage } from '../html/staff-page.tsx';
import { ranOutSession, type Session, sessionOf } from '../identity/session.ts';
import { AccountMenu } from './account-menu.tsx';
import { FormKeys } from './action-form.tsx';
import type { Authority, Context, FileToTake, Page } from './context.ts';
import { equalSecrets, formToken, strictHeaders } from './guard.ts';
import type { House } from './house.ts';
import type { Visit } from './staff-visit.ts';

export const SESSION_COOKIE = '__Host-continuum';

/** A form that does not come from a page of this session: refused before anything is read. */
export class NotFromOurPage extends Error {}

/** What was sent could not be read as a form at all. */
export class Unreadable extends Error {}

/** What comes with something that is sent. */
export type Sending = {
  readonly key: string | undefined;
  /** The token of its form. */
  readonly formToken: string | readonly string[] | undefined;
  /** What to do with it when the session had run out. It may answer by itself. */
  readonly tooLate?: (visit: Visit) => Promise<void>;
  /** What to answer a page of an earlier session, instead of refusing it. Nothing is taken from it either way. */
  readonly ofEarlier?: (author: Id, formToken: string) => object;
};

/**
 * The visit of whoever is signed in and may go on; otherwise the browser is sent to sign in, or to set a password of one's own where
 * the one that opened the session had been handed over, and nothing is returned.
 */
export async function asWorker(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  sent?: Sending,
): Promise<(Visit & { token: string }) | undefined> {
  const asked = await asAccount(house, request, reply, sent);
  if (asked === undefined || !asked.session.passwordIsHandedOver) return asked;
  const to = request.method === 'GET' ? `?to=${encodeURIComponent(request.url)}` : '';
  await reply.redirect(`/own-account/password${to}`, 303);
  return undefined;
}

/** The visit of whoever holds a session, whatever password opened it: for setting another, and for nothing else. */
export async function asAccount(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  sent?: Sending,
): Promise<(Visit & { token: string }) | undefined> {
  const token = request.cookies[SESSION_COOKIE] ?? '';
  const session = await liveSession(house, request, token);
  const visiting = session && visitOf(house, request, session, sent);
  if (visiting === undefined) {
    const isKept = sent !== undefined && (await keepWhatCameTooLate(house, request, token, sent));
    if (!reply.sent) await reply.redirect(signInFrom(request, isKept), 303);
    return undefined;
  }
  if (sent === undefined || isTokenOf(token, sent.formToken, visiting.session)) return { ...visiting, token };
  if (sent.ofEarlier === undefined) throw new NotFromOurPage();
  await reply.code(403).send(sent.ofEarlier(visiting.session.staffId, formToken(token)));
  return undefined;
}

/** What a page asks by itself says so, and keeps no session: nobody may sit there. */
function liveSession(house: House, { headers }: FastifyRequest, token: string): Promise<Session | undefined> {
  const askedBy = headers['x-asked-by'] === 'itself' ? 'a page' : 'somebody';
  return token === '' ? Promise.resolve(undefined) : sessionOf(house.directory, token, askedBy);
}

/** Says that what was typed is kept only where it was. */
function signInFrom(request: FastifyRequest, isKept: boolean): string {
  if (request.method === 'GET') return `/sign-in?to=${encodeURIComponent(request.url)}`;
  return isKept ? '/sign-in?ended=yes' : '/sign-in?to=/work';
}

function visitOf(
  house: House,
  request: FastifyRequest,
  session: Session,
  sent: Sending | undefined,
): Visit | undefined {
  const authority = house.authorities.find((one) => one.schema === session.authority);
  if (authority === undefined) return undefined;
  const query = queryOf(request);
  return {
    house,
    authority,
    session,
    request,
    query,
    knownAt: sent === undefined ? knownAtIn(query) : undefined,
    key: sent?.key,
  };
}

async function keepWhatCameTooLate(
  house: House,
  request: FastifyRequest,
  token: string,
  sent: Sending,
): Promise<boolean> {
  const session = token === '' ? undefined : await ranOutSession(house.directory, token);
  const visiting = session && visitOf(house, request, session, { ...sent, key: undefined });
  if (visiting === undefined || sent.tooLate === undefined) return false;
  if (!isTokenOf(token, sent.formToken, visiting.session)) return false;
  await sent.tooLate(visiting);
  return true;
}

/** Says whether a form is of this session: of a page made since its token is what it is, or before. */
export function isTokenOf(
  token: string,
  given: string | readonly string[] | undefined,
  { earlierFormTokens }: Pick<Session, 'earlierFormTokens'>,
): boolean {
  if (typeof given !== 'string') return false;
  return [formToken(token), ...earlierFormTokens].some((one) => equalSecrets(given, one));
}

/** Sends a worker's page in its frame. */
export function sendPage(
  house: House,
  asked: Visit & { token: string },
  reply: FastifyReply,
  page: Page,
  context: Context,
) {
  return sendWritten(reply, pageDocument(house, asked, page, context));
}

/** Writes a worker's page in its frame. */
export function pageDocument(
  house: House,
  asked: Visit & { token: string },
  page: Page,
  context: Context,
): WrittenDocument {
  const { viewer } = context;
  const token = formToken(asked.token);
  const document = (
    <FormKeys.Provider
      value={{ token, author: viewer.staffId, newKey: () => randomBytes(16).toString('base64url') }}
    >
      <StaffPage
        title={page.title}
        place={page.place}
        places={placesOf(house, context)}
        viewer={{
          name: viewer.name,
          roleTitle: viewer.roleTitle,
          initials: initials(viewer.name),
          menu: <AccountMenu token={token} />,
        }}
        demonstration={context.authority.demonstration ? demonstrationNotice(context.authority) : null}
        todayLabel={dateAndTimeInWords(context.now, context.profile.calendar.zone)}
        knownAt={
          context.knownAt && {
            words: `As known on ${dateAndTimeInWords(context.knownAt, context.profile.calendar.zone)}.`,
            leaveHref: withoutKnownAt(asked.request.url),
          }
        }
        keys={{
          on: !viewer.keysOff,
          lines: [...(page.keys ?? []), ...EVERYWHERE].map(({ keys, words }) => ({ caps: keys, words })),
          settingHref: '/own-account/keys',
          hidden: { 'form-token': token },
        }}
        problems={page.problems}
        toast={page.toast}
        band={page.band}
        footerLinks={footerFor(viewer)}
        mayFind={viewer.permissions.has('person: search')}
        formToken={token}
        query={page.found}
      >
        {page.body}
      </StaffPage>
    </FormKeys.Provider>
  );
  return writtenDocument(house, document, viewer.theme);
}

/** Keys that act on every page, so that every page can list them and turn them off. */
const EVERYWHERE = [{ keys: ['/'], words: 'find a child or family' }];

/** The places this viewer can open, each once, however many permissions open it. */
function placesOf(house: House, { viewer }: Context) {
  const open = house.places.filter((entry) => viewer.permissions.has(entry.permission));
  return open.filter((entry, index) => open.findIndex(({ place }) => place === entry.place) === index);
}

const FOOTER = [
  { href: '/help', words: 'Help' },
  { href: '/accessibility', words: 'Accessibility' },
  { href: '/what-is-recorded', words: 'What is recorded when you look' },
];

/** What is asked of us is for the staff: a partner agency gets no link that would only refuse it. */
function footerFor({ permissions }: Context['viewer']) {
  const asked = { href: '/what-is-asked-of-us', words: 'What is asked of us' };
  return permissions.has('profile: read') ? [asked, ...FOOTER] : FOOTER;
}

/** The banner of an authority that nobody reads: no plea may be left in it. */
export function demonstrationNotice(authority: Authority): string {
  return `Demonstration. Nobody reads this. If a child is in danger call ${authority.profile.telephones.emergency.number}. Every person, address and number here is invented.`;
}

/** "Wednesday 3 March 2027, 14:02" in the authority's zone. */
function dateAndTimeInWords(instant: Date, zone: string): string {
  return `${dayInFull(dayOf(instant, zone))}, ${timeInWords(instant, zone)}`;
}

/** A document that is written and waits to be sent, with the nonce of its scripts. */
export type WrittenDocument = { readonly html: string; readonly nonce: string };

/** Sends a whole document with the headers and the nonce of this answer. */
export function sendDocument(house: House, _request: FastifyRequest, reply: FastifyReply, document: VNode) {
  return sendWritten(reply, writtenDocument(house, document));
}

/** Sends a document that has been written, with the headers of its nonce. */
export function sendWritten(reply: FastifyReply, { html, nonce }: WrittenDocument) {
  strictHeaders(reply, nonce);
  return reply.type('text/html; charset=utf-8').send(html);
}

function writtenDocument(house: House, document: VNode, theme?: string): WrittenDocument {
  const nonce = randomBytes(16).toString('base64');
  const rendering = {
    assets: house.assets,
    nonce,
    theme: theme === 'light' || theme === 'dark' ? (theme as 'light' | 'dark') : undefined,
  };
  return { html: renderDocument(document, rendering), nonce };
}

/** Sends a file to take away, never to be shown in the browser's own window. */
export function sendFile(reply: FastifyReply, file: FileToTake) {
  strictHeaders(reply, '');
  return reply
    .type(file.type)
    .header('content-disposition', `attachment; filename="${file.name.replaceAll(/[^\w.-]/g, '-')}"`)
    .send(file.text);
}

/** What was sent as a form, decoded when it arrived. */
export function bodyOf(request: FastifyRequest): RawAnswers {
  return (request.body ?? {}) as RawAnswers;
}

/** The parts of the address that a route names. */
export function paramsOf(request: FastifyRequest): Readonly<Record<string, string>> {
  return request.params as Record<string, string>;
}

/** What stands after `?`, read by the same decoder as forms; what cannot be read counts as nothing. */
export function queryOf(request: FastifyRequest): RawAnswers {
  const at = request.url.indexOf('?');
  if (at === -1) return {};
  const read = decode(request.url.slice(at + 1), { pairs: 50, bytes: 8000 });
  return read.ok ? read.value : {};
}

const YOUNGEST_KNOWN_SECONDS = 5;

/** An instant to be asked as known at. Not younger than a few seconds: a transaction still running may carry an earlier instant. */
function knownAtIn(query: RawAnswers): Date | undefined {
  const text = query['known'];
  if (typeof text !== 'string' || text === '') return undefined;
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()) || instant.getTime() > Date.now() - YOUNGEST_KNOWN_SECONDS * 1000)
    return undefined;
  return instant;
}

function withoutKnownAt(url: string): string {
  const [path = '/', query = ''] = url.split('?', 2);
  const kept = query.split('&').filter((part) => part !== '' && !part.startsWith('known='));
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`;
}
