import type { Call, Command } from './commands/call.ts';
import { commandNamed, usage } from './commands/commands.ts';
import { ownConfig } from './config.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

/** Resolves with a word for the person when the program is asked to end, however it is asked and however often. */
function askedToEnd(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve('Stopping. Everything acknowledged is kept.'));
    process.once('disconnect', () => resolve('The terminal is gone. Stopping.'));
  });
}

async function main(words: readonly string[]): Promise<number> {
  const command = commandNamed(words);
  if (command === undefined) {
    say(usage());
    return words.length === 0 || words.includes('help') || words.includes('--help') ? 0 : 2;
  }
  const config = ownConfig();
  if (!config.ok) {
    for (const { field, message } of config.problems) complain(`${field} ${message}`);
    return 2;
  }
  return run(command, {
    config: config.value,
    words: words.slice(command.name.split(' ').length),
    say,
    ending: askedToEnd(),
  });
}

async function run(command: Command, call: Call): Promise<number> {
  try {
    await command.run(call);
    return 0;
  } catch (fault) {
    complain(fault instanceof Error ? `${fault.constructor.name}: ${fault.message}` : String(fault));
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
if (process.connected) process.disconnect();
