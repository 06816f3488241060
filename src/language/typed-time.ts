/** Reads a time of day as people type it ("14:30", "9.05") as `09:05`, or nothing where it is none. */
export function readTypedTime(typed: string): string | undefined {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/u.exec(typed) ?? [];
  return hour === undefined || minute === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}
