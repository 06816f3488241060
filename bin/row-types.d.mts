export function rowTypes(url: string, schema: string): string;
