export const SMALL: readonly string[];
export const FEW_POOLS: Readonly<Record<string, string>>;
