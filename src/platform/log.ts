/** How much the log tells, least first: each level tells its own lines and those of every level after it. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;

/** A level of the log. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * What a line of the log may hold: the name of an event, numbers, codes and ids of requests. Never a word that somebody typed, an
 * address as it was asked for, or anything of a person: addresses hold keys and names, so a route stands as its pattern.
 */
type LogLine = Readonly<{ event: string } & Record<string, string | number>>;

/** The log of the program, one method for each level. */
export type Log = Readonly<Record<LogLevel, (line: LogLine) => void>>;

/** What JSON leaves as it is, and a terminal or an editor would act on: other ends of a line, commands, and what turns the writing round. */
const ACTING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function asOneLine(line: LogLine): string {
  return JSON.stringify(line).replaceAll(ACTING, (sign) =>
    sign
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** Makes a log that writes each line as JSON, with its instant and level, from a level on; below it nothing is even put together. */
export function createLog(from: LogLevel, write: (text: string) => void): Log {
  const tells = (level: LogLevel) => LOG_LEVELS.indexOf(level) >= LOG_LEVELS.indexOf(from);
  const at = (level: LogLevel) =>
    tells(level)
      ? (line: LogLine) => write(asOneLine({ at: new Date().toISOString(), level, ...line }))
      : () => undefined;
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
