// What the tests use of it: the package brings no types.
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  export class Provider {
    constructor(
      issuer: string,
      configuration: {
        clients: readonly object[];
        claims: Readonly<Record<string, readonly string[]>>;
        conformIdTokenClaims: boolean;
        findAccount: (
          context: unknown,
          sub: string,
        ) => { accountId: string; claims: () => Promise<Readonly<Record<string, string>> & { sub: string }> };
      },
    );
    callback(): RequestListener;
  }
}
