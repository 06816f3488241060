import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';

/** A bucket that keeps what it is given, whoever asks for it to be deleted, until a day: S3 with object lock, or a store that speaks the same. */
export type ObjectStore = {
  /** The bucket, with a folder in it if wanted: `https://s3.eu-west-2.amazonaws.com/bucket/heads`. */
  readonly address: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
  /** For so many calendar days nobody can delete or replace what was kept, the owner of the bucket included. */
  readonly days: number;
};

/** The store did not keep a head; the message says what it answered. */
export class NotStored extends Error {}

const LONGEST_WAIT = 5000;
const DAY = 86_400_000;

/**
 * Keeps one line as an object of its own, locked in compliance mode, and never over one that is there (`If-None-Match`). Fails with
 * `NotStored` when the store refuses, and as `fetch` does when it cannot be reached within five seconds.
 *
 * Asked of Amazon S3's API: PutObject with `x-amz-object-lock-mode`, which wants a checksum of what is sent; signature version 4.
 */
export async function keepInStore(store: ObjectStore, name: string, line: string): Promise<void> {
  const client = new AwsClient({
    accessKeyId: store.keyId,
    secretAccessKey: store.secret,
    service: 's3',
    region: store.region,
    retries: 0,
  });
  const body = `${line}\n`;
  const digest = createHash('sha256').update(body).digest();
  const answer = await client.fetch(`${store.address.replace(/\/+$/, '')}/${name}`, {
    method: 'PUT',
    body,
    headers: {
      'content-type': 'application/json',
      'x-amz-content-sha256': digest.toString('hex'),
      'x-amz-checksum-sha256': digest.toString('base64'),
      'x-amz-object-lock-mode': 'COMPLIANCE',
      'x-amz-object-lock-retain-until-date': new Date(Date.now() + store.days * DAY).toISOString(),
      'if-none-match': '*',
    },
    redirect: 'error',
    signal: AbortSignal.timeout(LONGEST_WAIT),
  });
  const words = await answer.text();
  if (!answer.ok) throw new NotStored(`The store answered ${answer.status} ${codeIn(words)}`.trimEnd());
}

/** The name of the fault in the store's answer, such as `AccessDenied`. */
function codeIn(words: string): string {
  return /<Code>(\w{1,80})<\/Code>/.exec(words)?.[1] ?? '';
}
