/** An address that answers GET, and what an address must look like to be it. */
export type Route = { readonly path: string; readonly matches: RegExp };

/** The routes that can be looked at, from what `continuum routes` prints: those with fewest open places first, as the program tries them. */
export function routesToSee(printed: string): readonly Route[] {
  const paths = [...printed.matchAll(/^GET (\S+)/gm)].map(([, path = '']) => path);
  return paths
    .map((path) => ({ path, matches: matching(path) }))
    .toSorted((one, other) => open(one.path) - open(other.path));
}

function matching(path: string): RegExp {
  const parts = path.split('/').map((part) => {
    if (part === '*') return '.+';
    return part.startsWith(':') ? '[^/]+' : part.replaceAll(/[^\w-]/g, String.raw`\$&`);
  });
  return new RegExp(`^${parts.join('/')}$`);
}

function open(path: string): number {
  return path.split('/').filter((part) => part === '*' || part.startsWith(':')).length;
}
