import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepInStore } from '../../src/platform/audit/object-store.ts';
import { createProvider } from '../../src/platform/identity/provider.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server of somebody else on this machine. */
async function somebody(answer: Answer) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}

const STATUSES = [301, 302, 303, 307, 308];

describe('What the program asks of others', () => {
  const heard: string[] = [];
  let behind: Awaited<ReturnType<typeof somebody>>;
  let asked: Awaited<ReturnType<typeof somebody>>;
  let status = 302;
  /** Whether the provider says where its parts are, and sends on only from them. */
  let isKnown = false;
  beforeAll(async () => {
    behind = await somebody((request, response) => {
      heard.push(`${request.method} ${request.url}`);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    asked = await somebody((request, response) => {
      if (!isKnown || request.url === '/token' || request.method === 'PUT') {
        response.writeHead(status, { location: `${behind.origin}${request.url}` }).end();
        return;
      }
      const { origin } = asked;
      const said = {
        issuer: origin,
        authorization_endpoint: `${origin}/authorize`,
        token_endpoint: `${origin}/token`,
        jwks_uri: `${origin}/jwks`,
        response_types_supported: ['code'],
      };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    });
  });
  afterAll(() => {
    behind.close();
    asked.close();
  });

  const provider = () =>
    createProvider({
      issuer: asked.origin,
      clientId: 'c',
      clientSecret: 'a secret that must not travel',
      claim: 'email',
    });

  it('V15.3.2: is asked of the address that the operator stated and of none that it is sent on to, of whatever kind', async () => {
    for (status of STATUSES) {
      isKnown = false;
      await expect(provider().begin('http://localhost/back', '/work'), String(status)).rejects.toThrow();
      isKnown = true;
      const { url, journey } = await provider().begin('http://localhost/back', '/work');
      const back = new URL(`http://localhost/back?code=one&state=${url.searchParams.get('state')}`);
      await expect(provider().end(back, journey), String(status)).rejects.toThrow();
      const store = {
        address: `${asked.origin}/bucket`,
        region: 'eu-west-2',
        keyId: 'k',
        secret: 's',
        days: 1,
      };
      await expect(keepInStore(store, 'head', '{}'), String(status)).rejects.toThrow();
    }
    expect(heard).toEqual([]);
  });

  it('V15.3.2: would be asked there by a client that follows: the control shows that this can fail', async () => {
    status = 302;
    isKnown = false;
    await (await fetch(`${asked.origin}/.well-known/openid-configuration`)).text();
    expect(heard).toEqual(['GET /.well-known/openid-configuration']);
  });
});
