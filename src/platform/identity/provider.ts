import type { Configuration } from 'openid-client';

/** Where the organisation's people sign in, as the operator states it. */
export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that holds the sign-in name of an account here. */
  readonly claim: string;
};

/** What a browser takes along to the provider and back: made for one journey, kept in that browser alone. */
export type Journey = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly to: string;
};

/** Who came back, in the provider's words, which were checked. */
export type Stated = {
  readonly issuer: string;
  readonly subject: string;
  /** The sign-in name, as the stated claim has it. */
  readonly name: string;
  /** It says itself that it asked for more than one factor (RFC 8176). */
  readonly severalFactors: boolean;
};

/** The organisation's provider. */
export type Provider = {
  /** Begins a journey: the address to go to. */
  begin(returnTo: string, to: string): Promise<{ url: URL; journey: Journey }>;
  /** Ends it, or says that what came back is not to be believed. */
  end(returned: URL, journey: Journey): Promise<Stated | undefined>;
};

/** Taken into memory where a provider is used, and nowhere else. */
const library = () => import('openid-client');

const SECONDS = 5;
/** A sign-in at the provider that is older is no sign-in now. */
const NOT_OLDER_SECONDS = 12 * 3600;
const KNOWN_FOR = 3_600_000;

/**
 * The provider of an organisation (OpenID Connect, code with PKCE). State, nonce, issuer and audience are checked, and the signature of what
 * it says of somebody, although it came straight from it. An address without encryption is taken only of this machine.
 */
export function createProvider(settings: ProviderSettings): Provider {
  let known: { readonly at: number; readonly configuration: Configuration } | undefined;
  const configured = async () => {
    if (known === undefined || Date.now() - known.at > KNOWN_FOR)
      known = { at: Date.now(), configuration: await discovered(settings) };
    return known.configuration;
  };
  return {
    async begin(returnTo, to) {
      const {
        randomState,
        randomNonce,
        randomPKCECodeVerifier,
        buildAuthorizationUrl,
        calculatePKCECodeChallenge,
      } = await library();
      const journey = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), to };
      const url = buildAuthorizationUrl(await configured(), {
        redirect_uri: returnTo,
        scope: 'openid email profile',
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: 'S256',
        max_age: String(NOT_OLDER_SECONDS),
      });
      return { url, journey };
    },
    async end(returned, journey) {
      const configuration = await configured();
      const { authorizationCodeGrant } = await library();
      const tokens = await authorizationCodeGrant(configuration, returned, {
        pkceCodeVerifier: journey.verifier,
        expectedState: journey.state,
        expectedNonce: journey.nonce,
        idTokenExpected: true,
        maxAge: NOT_OLDER_SECONDS,
      });
      return stated(tokens.claims(), settings);
    },
  };
}

async function discovered({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  const { discovery, enableNonRepudiationChecks, allowInsecureRequests } = await library();
  const isHere = new URL(issuer).protocol === 'http:';
  const configuration = await discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: SECONDS,
    execute: [enableNonRepudiationChecks, ...(isHere ? [allowInsecureRequests] : [])],
  });
  return configuration;
}

function stated(
  claims: Readonly<Record<string, unknown>> | undefined,
  { issuer, claim }: ProviderSettings,
): Stated | undefined {
  const name = claims?.[claim];
  if (claims === undefined || typeof name !== 'string' || name === '') return undefined;
  if (claim === 'email' && claims['email_verified'] === false) return undefined;
  const amr = claims['amr'];
  return {
    issuer,
    subject: String(claims['sub']),
    name,
    severalFactors: Array.isArray(amr) && amr.includes('mfa'),
  };
}
