import type { Config } from '../config.ts';
import { type Say, start } from './start.ts';

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

const COMMANDS: readonly Command[] = [
  {
    name: 'start',
    takes: '',
    does: 'serve; with the embedded database also the demonstration island',
    run: ({ config, say, ending }) => start(config, say, ending),
  },
];

/** The command that the words begin with, or nothing. */
export function commandNamed(words: readonly string[]): Command | undefined {
  if (words.includes('--help')) return undefined;
  return COMMANDS.find((command) => command.name.split(' ').every((part, index) => words[index] === part));
}

/** What can be typed, one line a command. */
export function usage(): string {
  const lines = COMMANDS.map(
    (command) => `  continuum ${`${command.name} ${command.takes}`.trim().padEnd(52)} ${command.does}`,
  );
  return [
    'Continuum: one record of a child’s journey, and the place from which a children’s service is led.',
    '',
    ...lines,
  ].join('\n');
}
