import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { constants } from 'node:zlib';
import compress, { type FastifyCompressOptions } from '@fastify/compress';
import cookie from '@fastify/cookie';
import serveStatic from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { decode } from '../forms/decode.ts';
import { answerFault, answerNotFound, trailOf } from './faults.tsx';
import { fromOurPages, strictHeaders } from './guard.ts';
import type { House } from './house.ts';
import { readMultipart } from './multipart.ts';
import { NotFromOurPage, Unreadable } from './replies.tsx';

/** One line of the inventory: how `continuum routes` and the access matrix know what there is. */
export type RouteLine = { readonly method: string; readonly path: string; readonly rule: string };

/** A route was added without saying who may use it. The program does not start. */
export class RouteWithoutRule extends Error {}

const LARGEST_BODY = 1_000_000;
/** Milliseconds in which a request must have come whole: a megabyte on a poor line takes twenty seconds. */
const LONGEST_REQUEST = 120_000;
/** A page is a few hundred kilobytes at most: a window of 256 kB sees all of it, and the usual 4 MB would be laid out for each answer. */
const BROTLI = {
  params: {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: 4,
    [constants.BROTLI_PARAM_LGWIN]: 18,
  },
};
const COMPRESSION: FastifyCompressOptions = {
  encodings: ['br', 'gzip'],
  threshold: 1024,
  // Shorter answers are compressed in one go: a stream for each costs more than what it compresses.
  syncThreshold: 131_072,
  brotliOptions: BROTLI,
};
const ASSETS = '/assets/';

/**
 * Makes the server, closed by default: a route without a rule stops the boot, hidden and absent answer alike, and nothing but a form
 * of our own pages can change anything. Routes are added by `add`, after the hook that sees each of them.
 */
export async function createServer(
  house: House,
  assetsFolder: string,
  add: (server: FastifyInstance) => void,
): Promise<{ server: FastifyInstance; routes: readonly RouteLine[] }> {
  const server = fastify({
    bodyLimit: LARGEST_BODY,
    genReqId: () => randomUUID(),
    trustProxy: (_address, hop) => hop < house.trustedProxyHops,
    rewriteUrl: (request) => withoutAuthorityPath(house, request),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    return503OnClosing: true,
    requestTimeout: LONGEST_REQUEST,
    clientErrorHandler: (fault, socket) => refuseBytes(house, fault, socket),
  });
  const routes = takeInventory(server);
  await server.register(compress, COMPRESSION);
  await server.register(cookie);
  await server.register(serveStatic, {
    root: assetsFolder,
    prefix: ASSETS,
    immutable: true,
    maxAge: '365d',
    index: false,
  });
  readForms(server);
  server.addHook('onRequest', async (request) => {
    if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method) && !fromOurPages(request, house.publicOrigin))
      throw new NotFromOurPage();
  });
  server.addHook('onSend', async (_request, reply) => {
    // What leads on to another page has no page of its own to bring them; a file of ours may be kept, and is held to all else.
    if (!reply.hasHeader('content-security-policy')) strictHeaders(reply, '');
  });
  server.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode === 429) house.log.warn({ event: 'too many tries', ...trailOf(request) });
    house.log.debug({
      event: 'answered',
      request: request.id,
      method: request.method,
      route: request.routeOptions.url ?? '',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    });
  });
  server.setErrorHandler((fault, request, reply) => answerFault(house, fault, request, reply));
  server.setNotFoundHandler((request, reply) => answerNotFound(house, request, reply));
  add(server);
  await server.ready();
  return { server, routes };
}

const STATUS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Answers bytes that are no request, without a word of them, and hears nothing more on that line: what follows could be meant for another. */
function refuseBytes(house: House, { code }: { readonly code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed) return;
  house.log.warn({ event: 'not a request', fault: code ?? 'unknown' });
  const status = STATUS[code ?? ''] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`, () => socket.destroy());
}

function takeInventory(server: FastifyInstance): RouteLine[] {
  const routes: RouteLine[] = [];
  server.addHook('onRoute', (route) => {
    const { rule } = route.config ?? {};
    const isAsset = route.url.startsWith(ASSETS);
    if (rule === undefined && !isAsset)
      throw new RouteWithoutRule(`${String(route.method)} ${route.url} does not say who may use it`);
    for (const method of [route.method].flat())
      routes.push({ method, path: route.url, rule: rule ?? 'public' });
  });
  return routes;
}

/** Forms are read as bytes: a decoder that repairs broken text would store what nobody typed. */
function readForms(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    (_request, body, done) => {
      const bytes = Buffer.from(body);
      const read = isUtf8(bytes) ? decode(bytes.toString('utf8')) : undefined;
      if (read?.ok) done(null, read.value);
      else done(new Unreadable(read?.problems[0]?.message ?? 'What was sent is damaged'));
    },
  );
  server.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const headers = { 'content-type': request.headers['content-type'] ?? '' };
      const { takes } = request.routeOptions.config;
      const read = await readMultipart(headers, body, takes).catch(() => undefined);
      if (read?.ok) return read.value;
      throw new Unreadable(read?.problems[0]?.message ?? 'What was sent is damaged');
    },
  );
}

/** Lets several authorities share a host: `/jersey/ask-for-help` is the page `/ask-for-help` of the authority with that path. */
function withoutAuthorityPath(
  house: House,
  request: { url?: string | undefined; authorityPath?: string },
): string {
  const url = request.url ?? '/';
  const first = url.split(/[/?]/, 2)[1] ?? '';
  if (first === '' || !house.authorities.some((one) => one.path === first)) return url;
  request.authorityPath = first;
  const rest = url.slice(first.length + 1);
  return rest.startsWith('/') ? rest : `/${rest}`;
}
