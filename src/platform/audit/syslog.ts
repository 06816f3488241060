import { createSocket } from 'node:dgram';
import { isIPv6, Socket } from 'node:net';
import { hostname } from 'node:os';

/** Facility 13 (log audit), severity 5 (notice): RFC 5424, section 6.2.1. */
const PRIORITY = 13 * 8 + 5;
const LONGEST_WAIT = 5000;
const PORTS: Readonly<Record<string, number>> = { 'udp:': 514, 'tcp:': 601 };

/**
 * Sends one line to a collector by RFC 5424: over UDP, which nobody acknowledges, or over TCP with its length before it (RFC 6587, 3.4.1),
 * which fails when nobody takes the connection. `to` is `udp://host[:port]` or `tcp://host[:port]`; the line must be plain ASCII.
 */
export function sendToSyslog(to: string, line: string): Promise<void> {
  const { protocol, hostname: host, port } = new URL(to);
  const where = { host: host.replace(/^\[|\]$/g, ''), port: Number(port) || (PORTS[protocol] ?? 514) };
  const message = Buffer.from(
    `<${PRIORITY}>1 ${new Date().toISOString()} ${ownName()} continuum ${process.pid} audit-head - ${line}`,
  );
  return protocol === 'udp:' ? byDatagram(where, message) : byStream(where, message);
}

type Where = { readonly host: string; readonly port: number };

function byDatagram({ host, port }: Where, message: Buffer): Promise<void> {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
  return new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.send(message, port, host, (fault) => (fault ? reject(fault) : resolve()));
  }).finally(() => socket.close());
}

function byStream({ host, port }: Where, message: Buffer): Promise<void> {
  const socket = new Socket();
  return new Promise<void>((resolve, reject) => {
    socket.setTimeout(LONGEST_WAIT, () => reject(new Error(`${host}:${port} does not take the line`)));
    socket.once('error', reject);
    socket.once('close', (failed) => (failed ? undefined : resolve()));
    socket.connect(port, host, () => socket.end(Buffer.concat([Buffer.from(`${message.length} `), message])));
    socket.resume();
  }).finally(() => socket.destroy());
}

function ownName(): string {
  return (
    hostname()
      .replace(/[^\x21-\x7e]/g, '')
      .slice(0, 255) || '-'
  );
}
