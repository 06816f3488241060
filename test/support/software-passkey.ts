import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A passkey in software, as a device holds one, that can be told to lie. */
export type SoftwarePasskey = {
  /** What a browser answers when it is asked to make it. */
  made(options: { challenge: string }, lie?: Lie): string;
  /** What a browser answers when it is asked to use it. */
  used(options: { challenge: string }, lie?: Lie): string;
};

/** What may be otherwise than it is on an honest device. */
export type Lie = {
  readonly origin?: string;
  readonly site?: string;
  readonly counter?: number;
  readonly verified?: boolean;
  readonly owner?: string;
  readonly type?: string;
  readonly spoiled?: boolean;
};

/** Makes one for a site and the number of an account. */
export function softwarePasskey(given: {
  origin: string;
  accountId: string;
  verified?: boolean;
}): SoftwarePasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let counter = 0;
  const clientData = (type: string, challenge: string, lie: Lie) =>
    Buffer.from(
      JSON.stringify({
        type: lie.type ?? type,
        challenge,
        origin: lie.origin ?? given.origin,
        crossOrigin: false,
      }),
    );
  const data = (lie: Lie, more: Buffer = Buffer.alloc(0)) => {
    counter += 1;
    const site = lie.site ?? new URL(given.origin).hostname;
    const isVerified = lie.verified ?? given.verified ?? true;
    const flags = 0x01 | (isVerified ? 0x04 : 0) | (more.length > 0 ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(lie.counter ?? counter);
    return Buffer.concat([createHash('sha256').update(site).digest(), Buffer.from([flags]), count, more]);
  };
  const answer = (response: object) =>
    JSON.stringify({
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      clientExtensionResults: {},
      response,
    });
  return {
    made({ challenge }, lie = {}) {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseOf(publicKey)]);
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge, lie).toString('base64url'),
        attestationObject: attestationOf(data(lie, attested)).toString('base64url'),
        transports: ['internal'],
      });
    },
    used({ challenge }, lie = {}) {
      const client = clientData('webauthn.get', challenge, lie);
      const authenticator = data(lie);
      const signed = Buffer.concat([authenticator, createHash('sha256').update(client).digest()]);
      const signature = sign('sha256', signed, privateKey);
      if (lie.spoiled) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authenticator.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: Buffer.from((lie.owner ?? given.accountId).replaceAll('-', ''), 'hex').toString(
          'base64url',
        ),
      });
    },
  };
}

/** A public key on P-256 as CBOR has it (RFC 9053): five pairs. */
function coseOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const bytes = (text: string) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(text, 'base64url')]);
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(x),
    Buffer.from([0x22]),
    bytes(y),
  ]);
}

/** {fmt: "none", attStmt: {}, authData}. */
function attestationOf(authData: Buffer): Buffer {
  const text = (words: string) => Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(authData.length);
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    Buffer.from([0x59]),
    length,
    authData,
  ]);
}
