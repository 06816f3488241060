import type { Config } from '../config.ts';

/** How the program speaks to whoever started it. */
export type Say = (line: string) => void;

/** What a command is given: the checked configuration, the words after its name, a voice, and when it is asked to end. */
export type Call = {
  readonly config: Config;
  readonly words: readonly string[];
  readonly say: Say;
  readonly ending: Promise<string>;
};

/** One thing that can be typed after `continuum`. */
export type Command = {
  readonly name: string;
  readonly takes: string;
  readonly does: string;
  run(call: Call): Promise<void>;
};
