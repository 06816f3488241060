import { auditVerify } from './audit.ts';
import { authorityAdd, authorityList } from './authority.ts';
import { backupCreate, backupList, backupVerify } from './backup.ts';
import type { Command } from './call.ts';
import { doctor } from './doctor.ts';
import { islandCreate } from './island.ts';
import { measureOne } from './measure.ts';
import { migrateOnly } from './migrate.ts';
import { restoreInto } from './restore.ts';
import { routes } from './routes.ts';
import { start } from './start.ts';
import { userAdd, userDisable, userRoles } from './user.ts';

const COMMANDS: readonly Command[] = [
  {
    name: 'start',
    takes: '',
    does: 'serve; with the embedded database also the demonstration island',
    run: ({ config, say, ending }) => start(config, say, ending),
  },
  {
    name: 'migrate',
    takes: '',
    does: 'bring the database up to date and stop',
    run: migrateOnly,
  },
  {
    name: 'authority add',
    takes: '--name NAME --title TITLE --profile PROFILE [--host HOST] [--path PATH]',
    does: 'add an authority with a schema of its own',
    run: authorityAdd,
  },
  { name: 'authority list', takes: '', does: 'list the authorities', run: authorityList },
  {
    name: 'user add',
    takes:
      '--name "GIVEN FAMILY" --email EMAIL --role ROLE --team TEAM | --agency AGENCY [--title TITLE] [--authority NAME]',
    does: 'add somebody who may sign in, and print a password once',
    run: userAdd,
  },
  { name: 'user disable', takes: '--email EMAIL', does: 'end an account and its sessions', run: userDisable },
  { name: 'user roles', takes: '', does: 'list the roles that a post can carry', run: userRoles },
  {
    name: 'island create',
    takes: '[--size CHILDREN] [--seed WORD] [--as-of DAY] [--scenario FILE] [--authority NAME]',
    does: 'make a fictional island in an authority of its own',
    run: islandCreate,
  },
  {
    name: 'measure',
    takes: 'ID --month YYYY-MM [--known-at INSTANT] [--authority NAME] [--json]',
    does: 'print one figure with the ids behind it',
    run: measureOne,
  },
  {
    name: 'audit verify',
    takes: '[--authority NAME] [--heads FILE] [--public-keys FILE]',
    does: 'check the audit against its seals, and the seals against the heads that left the house',
    run: auditVerify,
  },
  {
    name: 'backup create',
    takes: '',
    does: 'copy the embedded database while it runs, and keep its log from then on',
    run: backupCreate,
  },
  {
    name: 'backup list',
    takes: '',
    does: 'list the backups and from when to when they reach',
    run: backupList,
  },
  {
    name: 'backup verify',
    takes: '[--name NAME]',
    does: 'read backups through: every file as it was copied, the log without a gap',
    run: backupVerify,
  },
  {
    name: 'restore',
    takes: '--to INSTANT|latest --into FOLDER',
    does: 'put the embedded database back as it was at a moment, into an empty folder, and check it',
    run: restoreInto,
  },
  { name: 'routes', takes: '', does: 'list every route with who may use it', run: routes },
  { name: 'doctor', takes: '', does: 'look at the installation and say what needs attention', run: doctor },
];

/** The command that the words begin with, or nothing. */
export function commandNamed(words: readonly string[]): Command | undefined {
  if (words.includes('--help')) return undefined;
  return COMMANDS.find((command) => command.name.split(' ').every((part, index) => words[index] === part));
}

/** What can be typed, one line a command. */
export function usage(): string {
  const lines = COMMANDS.map(
    ({ name, takes, does }) => `  continuum ${`${name} ${takes}`.trim()}\n      ${does}`,
  );
  return [
    'Continuum: one record of a child’s journey, and the place from which a children’s service is led.',
    '',
    ...lines,
  ].join('\n');
}
