import { createHmac, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

/** What the provider says otherwise than it should. */
export type Told = {
  /** Claims of the token in place of the honest ones; undefined takes one away. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** How the token is signed: with no key, with another's, or with our own secret. */
  readonly signed?: 'not at all' | 'with another key' | 'with the secret of the client';
};

/** A provider on this machine that says what it is told to say, truth or lie. */
export type LyingProvider = {
  readonly issuer: string;
  /** What it says next, of whoever began with this nonce. A browser that is sent to it is sent back at once, with the nonce it brought. */
  says(told: Told & { readonly nonce: string }): void;
  close(): Promise<void>;
};

const ALGORITHMS = {
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
      keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }],
    }),
    '/token': () => ({
      access_token: randomBytes(16).toString('hex'),
      token_type: 'Bearer',
      id_token: tokenOf(next, { issuer, client, own: own.privateKey, other: other.privateKey }),
    }),
  };
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', issuer);
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
};

function tokenOf({ claims, signed, nonce }: Told & { nonce: string }, keys: Keys): string {
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
  const text = `${part({ alg, kid: 'own', typ: 'JWT' })}.${part({ ...honest, ...claims })}`;
  if (alg === 'none') return `${text}.`;
  if (alg === 'HS256')
    return `${text}.${createHmac('sha256', keys.client.secret).update(text).digest('base64url')}`;
  const key = signed === 'with another key' ? keys.other : keys.own;
  return `${text}.${createSign('sha256').update(text).sign(key).toString('base64url')}`;
}
