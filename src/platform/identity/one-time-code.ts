import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds that one code is good for, digits of a code, and how many steps a clock may be ahead or behind (RFC 6238). */
const STEP_SECONDS = 30;
const DIGITS = 6;
const DRIFT = 1;

/** Bytes of a secret: as many as the hash gives (RFC 4226 §4). */
export const SECRET_BYTES = 20;

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The time step that an instant lies in. The instant is the server's: a browser's clock is never asked. */
export function stepAt(at: Date): number {
  return Math.floor(at.getTime() / 1000 / STEP_SECONDS);
}

/** The code of a secret for a time step: HMAC-SHA-1, cut down as RFC 4226 §5.3 says. */
export function codeOf(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const at = (hash.at(-1) ?? 0) & 0x0f;
  const number = hash.readUInt32BE(at) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The step whose code was given, or nothing. A step before and after the present one are taken, since clocks drift; never one at or
 * before the step that was used last, so that a code seen over a shoulder is worth nothing.
 */
export function stepOfCode(
  secret: Uint8Array,
  given: string,
  at: Date,
  lastStep: number | undefined,
): number | undefined {
  const typed = Buffer.from(given.replaceAll(/[\s-]/g, ''));
  if (!/^\d{6}$/.test(typed.toString())) return undefined;
  const now = stepAt(at);
  const steps = Array.from({ length: 2 * DRIFT + 1 }, (_, index) => now - DRIFT + index);
  // All are compared, whichever fits: how long it takes tells nothing.
  const fitting = steps.filter((step) => timingSafeEqual(Buffer.from(codeOf(secret, step)), typed));
  return fitting.find((step) => lastStep === undefined || step > lastStep);
}

/** The secret as one types it into an app: base 32 (RFC 4648) in groups of four. */
export function secretToType(secret: Uint8Array): string {
  return (
    base32(secret)
      .match(/.{1,4}/g)
      ?.join(' ') ?? ''
  );
}

/** The address that the picture carries, as authenticator apps read it. */
export function addressForApp(secret: Uint8Array, name: string, service: string): string {
  const label = `${encodeURIComponent(service)}:${encodeURIComponent(name)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(service)}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`;
}

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((group) => BASE32[Number.parseInt(group.padEnd(5, '0'), 2)])
    .join('');
}
