import { createServer, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Provider } from 'oidc-provider';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer } from '../../src/commands/serve.ts';
import { createProvider } from '../../src/platform/identity/provider.ts';
import { DESK, expectSound, expectSoundOnBoth, type Journey, openJourney } from '../support/journey.ts';
import { type LyingProvider, lyingProvider } from '../support/lying-provider.ts';
import { codeNow, givePassword } from '../support/signing-in.ts';

const CLIENT = { id: 'continuum', secret: 'a secret of the tests, long enough for a key' };

describe('Signing in through the organisation, in a browser', () => {
  let journey: Journey;
  let http: Server;
  let liar: LyingProvider;
  let honestHome: string;
  let lyingHome: string;
  const servers: FastifyInstance[] = [];

  /** The same world, served with a provider, at an address of its own. */
  async function servedWith(issuer: string): Promise<string> {
    const { house } = journey.world;
    const settings = { issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, claim: 'email' };
    const { server } = await buildServer(
      { ...house, provider: createProvider(settings) },
      house.authorities[0],
    );
    servers.push(server);
    return (await server.listen({ host: '127.0.0.1', port: 0 })).replace('127.0.0.1', 'localhost');
  }

  beforeAll(async () => {
    journey = await openJourney();
    http = createServer();
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const address = http.address();
    const issuer = `http://localhost:${typeof address === 'object' ? address?.port : 0}`;
    liar = await lyingProvider(CLIENT);
    [honestHome, lyingHome] = [await servedWith(issuer), await servedWith(liar.issuer)];
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [`${honestHome}/sign-in/provider/return`],
        },
      ],
      claims: { openid: ['sub'], email: ['email'] },
      conformIdTokenClaims: false,
      findAccount: (_, sub) => ({
        accountId: sub,
        claims: async () => ({ sub, email: `${sub}@island.example` }),
      }),
    });
    http.on('request', provider.callback());
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    http.closeAllConnections();
    http.close();
    await liar.close();
    await journey.close();
  });

  const begin = async (page: Page, home: string) => {
    await page.goto(`${home}/sign-in?to=/own-account`);
    await page.getByText('Sign in with a password').click();
    await page.getByRole('link', { name: 'Sign in through your organisation' }).click();
  };

  it('V10.1.1: goes to the provider’s own pages, comes back, is asked for the second step and is in; no word of the provider reaches the browser', async () => {
    const secret = await givePassword(journey.world, 'tess', true);
    const page = await journey.visitor(DESK);
    await begin(page, honestHome);
    await page.locator('input[name="login"]').fill('tess');
    await page.locator('input[name="password"]').fill('any');
    await page.locator('button[type="submit"]').click();
    await page.locator('button[type="submit"]').click();
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    await expectSound(page);
    await page.getByLabel('Code', { exact: true }).fill(codeNow(secret));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
    const kept = await page.context().cookies(honestHome);
    const ours = kept.filter(({ name }) => name.startsWith('__Host-'));
    expect(ours.map(({ name }) => name)).toEqual(['__Host-continuum']);
    const stored: unknown = await page.evaluate('JSON.stringify([localStorage, sessionStorage])');
    expect(JSON.stringify([stored, ours])).not.toMatch(/eyJ|id_token|access_token/);
  });

  it('stays outside where the provider lies, however well it knows a name', async () => {
    const page = await journey.visitor(DESK);
    liar.says({ nonce: '', signed: 'with another key', claims: { amr: ['mfa'] } });
    await begin(page, lyingHome);
    await page.getByText('in a way that we can trust').first().waitFor();
    await expectSoundOnBoth(page);
    await page.goto(`${lyingHome}/own-account`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    liar.says({ nonce: '', claims: { amr: ['mfa'], email: 'nobody@island.example', sub: 'person-9' } });
    await begin(page, lyingHome);
    await page.getByText('there is no account for you here').first().waitFor();
    expect((await page.context().cookies(lyingHome)).some(({ name }) => name === '__Host-continuum')).toBe(
      false,
    );
  });
});
