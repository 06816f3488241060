export const SMALL: readonly string[];
