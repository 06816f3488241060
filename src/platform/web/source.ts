import { isIPv6 } from 'node:net';

/**
 * The network that a browser's address stands in, for counting tries and nothing else: an IPv4 address whole, of an IPv6 address the
 * first 64 bits, because a household holds all the rest.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.toLowerCase().replace(/%.*$/, '').split('::', 2);
  const [first, last] = [partsOf(head), partsOf(tail)];
  const gap = address.includes('::') ? Array.from({ length: 8 - first.length - last.length }, () => '0') : [];
  return `${[...first, ...gap, ...last]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

function partsOf(text: string): string[] {
  return text.split(':').filter((part) => part !== '');
}
