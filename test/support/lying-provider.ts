import { createHmac, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

/** What the provider says otherwise than it should. */
export type Told = {
  /** Claims of the token in place of the honest ones; undefined takes one away. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** How the token is signed: with no key, with another's, with our own secret, or well and then altered. */
  readonly signed?:
    | 'not at all'
    | 'with another key'
    | 'with the secret of the client'
    | 'before it was altered';
  /** Where the token says that its key is to be had: in itself, or at an address of whoever made it. */
  readonly bringsKey?: 'jwk' | 'jku' | 'x5u';
};

/** A provider on this machine that says what it is told to say, truth or lie. */
export type LyingProvider = {
  readonly issuer: string;
  /** What it says next, of whoever began with this nonce. A browser that is sent to it is sent back at once, with the nonce it brought. */
  says(told: Told & { readonly nonce: string }): void;
  /** What was asked of it, and of the place that its tokens name for a key. */
  readonly asked: string[];
  close(): Promise<void>;
};

const ALGORITHMS = {
  'before it was altered': 'RS256',
  'not at all': 'none',
  'with the secret of the client': 'HS256',
  'with another key': 'RS256',
} as const;

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Opens it, for one client. `states` is the issuer it names itself by, where that is not its own address. */
export async function lyingProvider(
  client: { id: string; secret: string },
  states?: string,
): Promise<LyingProvider> {
  const [own, other] = [pair(), pair()];
  let next: Told & { nonce: string } = { nonce: '' };
  let issuer = '';
  const askedFor: string[] = [];
  const answers: Readonly<Record<string, () => object>> = {
    '/.well-known/openid-configuration': () => ({
      issuer: states ?? issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256', 'none', 'HS256'],
      authorization_response_iss_parameter_supported: true,
    }),
    '/jwks': () => ({
      keys: [jwkOf(own.publicKey)],
    }),
    '/token': () => ({
      access_token: randomBytes(16).toString('hex'),
      token_type: 'Bearer',
      id_token: tokenOf(next, {
        issuer,
        client,
        own: own.privateKey,
        other: other.privateKey,
        public: jwkOf(other.publicKey),
      }),
    }),
    '/another-key': () => ({ keys: [jwkOf(other.publicKey)] }),
  };
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', issuer);
    askedFor.push(asked.pathname);
    if (asked.pathname === '/authorize') {
      next = { ...next, nonce: asked.searchParams.get('nonce') ?? '' };
      const back = new URL(asked.searchParams.get('redirect_uri') ?? issuer);
      const said = { code: 'one', state: asked.searchParams.get('state') ?? '', iss: issuer };
      back.search = String(new URLSearchParams(said));
      response.writeHead(302, { location: back.href }).end();
      return;
    }
    const answer = answers[asked.pathname];
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer?.() ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  issuer = `http://localhost:${typeof address === 'object' ? address?.port : 0}`;
  return {
    issuer,
    asked: askedFor,
    says: (told) => {
      next = told;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

type Keys = {
  issuer: string;
  client: { id: string; secret: string };
  own: KeyObject;
  other: KeyObject;
  /** The public half of the other one, as a token would bring it along. */
  public: object;
};

function jwkOf(key: KeyObject): object {
  return { ...key.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' };
}

function tokenOf({ claims, signed, bringsKey, nonce }: Told & { nonce: string }, keys: Keys): string {
  const now = Math.floor(Date.now() / 1000);
  const honest = {
    iss: keys.issuer,
    aud: keys.client.id,
    sub: 'person-1',
    email: 'nell@island.example',
    nonce,
    iat: now,
    auth_time: now,
    exp: now + 300,
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const alg = signed === undefined ? 'RS256' : ALGORITHMS[signed];
  const brought = { jwk: keys.public, jku: `${keys.issuer}/another-key`, x5u: `${keys.issuer}/another-key` };
  const own = bringsKey === undefined ? {} : { [bringsKey]: brought[bringsKey] };
  const head = part({ alg, kid: 'own', typ: 'JWT', ...own });
  const text = `${head}.${part({ ...honest, ...claims })}`;
  if (alg === 'none') return `${text}.`;
  if (alg === 'HS256')
    return `${text}.${createHmac('sha256', keys.client.secret).update(text).digest('base64url')}`;
  const key = signed === 'with another key' || bringsKey !== undefined ? keys.other : keys.own;
  const signature = createSign('sha256').update(text).sign(key).toString('base64url');
  if (signed === 'before it was altered')
    return `${head}.${part({ ...honest, ...claims, sub: 'person-2' })}.${signature}`;
  return `${text}.${signature}`;
}
