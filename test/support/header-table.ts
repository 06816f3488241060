import type { LightMyRequestResponse } from 'fastify';

const EVERY: Readonly<Record<string, RegExp>> = {
  'cache-control': /^no-store$/,
  'referrer-policy': /^no-referrer$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /^camera=\(\), microphone=\(\), geolocation=\(\), browsing-topics=\(\)$/,
  'strict-transport-security': /^max-age=31536000; includeSubDomains$/,
  'content-security-policy':
    /^default-src 'none'; script-src 'self'(?: 'nonce-[\w+/]{22}==')?; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'$/,
  'content-length': /^\d+$/,
  date: /GMT$/,
  connection: /^(?:keep-alive|close)$/,
};
/** Given with a value, or taken back with none. */
const SESSION =
  /^__Host-continuum(?:-step|-challenge)?=(?:[\w-]{20,}; (?:Max-Age=\d+; )?Path=\/; (?:Expires=[^;]+; )?HttpOnly; Secure|; Max-Age=0; Path=\/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; (?:HttpOnly; )?Secure); SameSite=(?:Lax|Strict)$/;

type Kind = 'page' | 'file' | 'leads on' | 'data';

/** Beside what every answer carries: what an answer of a kind must carry, and nothing else but what it may. */
const OF_KIND: Readonly<Record<Kind, Readonly<Record<string, RegExp>>>> = {
  page: { 'content-type': /^text\/html; charset=utf-8$/ },
  file: {
    'content-type': /^(?:text\/(?:csv|plain); charset=utf-8|application\/pdf|image\/(?:png|jpeg))$/,
    'content-disposition': /^attachment; filename="[\w.-]+"$/,
  },
  'leads on': { location: /^\/(?!\/)[\x20-\x7e]*$/ },
  data: { 'content-type': /^application\/json; charset=utf-8$/ },
};
const MAY: Readonly<Record<string, RegExp>> = {
  'set-cookie': SESSION,
  vary: /^accept-encoding$/i,
  'retry-after': /^\d+$/,
  'clear-site-data': /^"[a-z"*, ]+"$/i,
}; // biome-ignore format: a table reads as a table

/** What every answer carries of all this, a file of ours too: it may only be kept. */
export function oddOnFile(headers: LightMyRequestResponse['headers']): readonly string[] {
  const { 'cache-control': _, connection: _kept, ...others } = EVERY;
  return Object.entries(others).flatMap(([name, must]) => (must.test(String(headers[name] ?? '')) ? [] : [`${name} is ${headers[name]}`]));
} // biome-ignore format: an expression reads in one line

/** Which kind an answer is, from its status and what it says of its content. */
export function kindOf({ statusCode, headers }: LightMyRequestResponse): Kind {
  if (statusCode >= 300 && statusCode < 400) return 'leads on';
  const type = String(headers['content-type'] ?? '');
  if (headers['content-disposition'] !== undefined) return 'file';
  return type.startsWith('application/json') ? 'data' : 'page';
}

/** Where the headers of an answer differ from the table: one that is missing, that says something else, or that the table does not know. */
export function oddHeaders(answer: Pick<LightMyRequestResponse, 'headers' | 'statusCode'>): readonly string[] {
  const must = { ...EVERY, ...OF_KIND[kindOf(answer as LightMyRequestResponse)] };
  const given = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, [value].flat().join('\n')]);
  const names = new Set(given.map(([name]) => name));
  return [
    ...Object.keys(must).filter((name) => !names.has(name)).map((name) => `${name} is missing`),
    ...given
      .filter(([name, value]) => !(must[name] ?? MAY[name])?.test(value))
      .map(([name, value]) => `${name} is ${value}`),
  ];
} // biome-ignore format: a chain reads in one line

/** Where the content of an answer is not what its type says, or its type does not say how its letters are written. */
export function oddContent({
  headers,
  body,
}: Pick<LightMyRequestResponse, 'headers' | 'body'>): readonly string[] {
  const type = String(headers['content-type'] ?? '');
  if (body === '') return [];
  const [kind = '', letters = ''] = type.split('; ');
  const isSo = CONTENT[kind]?.test(body) ?? false;
  return [
    ...(isSo ? [] : [`${body.slice(0, 20)} as ${type}`]),
    ...(/^charset=utf-8$/i.test(letters) ? [] : [`${type} without its letters`]),
  ];
}

/** How each kind of content begins, as far as it can be told from the others. */
const CONTENT: Readonly<Record<string, RegExp>> = {
  'text/html': /^<!DOCTYPE html><html lang="[a-z-]+"/,
  'application/json': /^\{.*\}$/s,
  'text/plain': /^[^\0]+$/,
  'text/csv': /^(?!\s*[<{])[^\r\n]+\r\n/,
};

/** What a page would load from elsewhere, or send to it. A link that somebody follows is none of it. */
export function foreignOrigins(html: string): readonly string[] {
  const loads = [...html.matchAll(/<(?!a\b)[a-z]+\b[^>]*\s(?:src|srcset|href|action|formaction|data|poster|background)="([^"]*)"/g)];
  const styles = [...html.matchAll(/(?:url\(|@import )\s*["']?([^"')\s]+)/g)];
  return [...loads, ...styles].map(([, address = '']) => address).filter((address) => /^(?:[a-z][a-z+.-]*:)?\/\//i.test(address) || /^(?:data|blob|javascript):/i.test(address));
} // biome-ignore format: an expression reads in one line
