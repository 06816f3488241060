import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Permission } from '../../profile/permissions.ts';
import type { Proof } from '../access/decision.ts';

/** The rule of a route, as `continuum routes` prints it. What asks for the password again says so after the permission. */
export type Rule = `may: ${string}` | `may: ${string}, proved again` | 'public' | 'signed in';

/** The rule of a route that a permission opens, with the proof it asks for. */
export function ruleOf(permission: Permission, proof: Proof): Rule {
  return proof === 'proved again' ? `may: ${permission}, proved again` : `may: ${permission}`;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    rule?: Rule;
  }
}

const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

/** The headers that every answer carries; scripts run only with this answer's nonce, if it has one, or from our own files. */
export function strictHeaders(reply: FastifyReply, nonce: string): void {
  for (const [name, value] of Object.entries(HEADERS))
    if (!reply.hasHeader(name)) void reply.header(name, value);
  const policy = [
    "default-src 'none'",
    nonce === '' ? "script-src 'self'" : `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ];
  void reply.header('content-security-policy', policy.join('; '));
}

/**
 * Says whether an unsafe request comes from our own pages: browsers say so themselves, and a form never crosses origins.
 *
 * Where pages send no referrer, as ours, a browser's own form carries `Origin: null`; then Sec-Fetch-Site, which no page can set, decides.
 */
export function fromOurPages(request: FastifyRequest, publicOrigin: string | undefined): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.origin;
  if (origin === 'null' && site === 'same-origin') return true;
  if (origin === undefined || origin === 'null') return origin === undefined;
  return origin === publicOrigin || (URL.canParse(origin) && new URL(origin).host === request.headers.host);
}

/**
 * How the outside reaches us: as the operator states it, or as the browser does. No header of a proxy is asked: a proxy that does not write
 * X-Forwarded-Host or -Proto itself passes on what anybody wrote into it. Whoever puts a proxy before us speaks TLS there.
 */
export function originOf(
  { publicOrigin, trustedProxyHops }: { publicOrigin?: string | undefined; trustedProxyHops: number },
  { headers }: Pick<FastifyRequest, 'headers'>,
): string {
  return publicOrigin ?? `${trustedProxyHops > 0 ? 'https' : 'http'}://${headers.host ?? ''}`;
}

/** The token that forms of a session carry: made from the session's secret, so that no other page can know it. */
export function formToken(sessionToken: string): string {
  return createHash('sha256').update(`form of ${sessionToken}`).digest('base64url').slice(0, 22);
}

/** Compares two secrets in constant time. */
export function equalSecrets(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
