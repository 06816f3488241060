import { randomBytes } from 'node:crypto';
import { formToken } from '../../src/platform/web/guard.ts';
import type { Worker, World } from './world.ts';

const EDGE = 'the-edge-of-a-part';

/** Sends a form that carries a file, as a browser does. */
export function upload(
  world: World,
  worker: Worker,
  path: string,
  control: string,
  file: string | Buffer,
  called = 'batch.csv',
  more: Readonly<Record<string, string>> = {},
) {
  const own = {
    'form-token': formToken(worker.token),
    'submission-key': randomBytes(16).toString('base64url'),
    ...more,
  };
  const parts = Object.entries(own).map(
    ([name, text]) => `--${EDGE}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
  );
  const head = `--${EDGE}\r\ncontent-disposition: form-data; name="${control}"; filename="${called}"\r\ncontent-type: text/csv\r\n\r\n`;
  return world.server.inject({
    method: 'POST',
    url: path,
    payload: Buffer.concat([
      Buffer.from(parts.join('') + head),
      Buffer.from(file),
      Buffer.from(`\r\n--${EDGE}--\r\n`),
    ]),
    headers: {
      'content-type': `multipart/form-data; boundary=${EDGE}`,
      'sec-fetch-site': 'same-origin',
      cookie: `__Host-continuum=${worker.token}`,
    },
  });
}
