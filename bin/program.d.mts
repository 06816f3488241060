export const ALLOCATOR: Readonly<Record<string, string>>;
export const SMALL: { readonly flags: readonly string[]; readonly env: NodeJS.ProcessEnv };
