/** The database cannot run here, for a reason the operator can act on. The message is plain and complete; no stack is needed. */
export class DatabaseCannotStart extends Error {
  override readonly name: string = 'DatabaseCannotStart';
}

/** Another server holds the data; its process is named, and the operator decides. */
export class DataInUse extends DatabaseCannotStart {
  override readonly name = 'DataInUse';
  readonly pid: number;

  constructor(dataDir: string, pid: number) {
    super(
      `The records in ${dataDir} are already in use by database process ${pid}. ` +
        'Stop the program that started it, or name another folder with DATA_DIR.',
    );
    this.pid = pid;
  }
}

/** The message of anything thrown. */
export function reasonOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
