/**
 * A message of a department's process to the process that started it, over Node's IPC channel. It is plain data: a department in
 * another language may print the same objects as JSON lines.
 */
export type DepartmentMessage =
  | { type: 'progress'; task: string; done: number; total: number | null }
  | { type: 'seeded'; scale: number; rows: Record<string, number> }
  | { type: 'already-seeded'; scale: number }
  | ImportedMessage
  | NotMineMessage
  | { type: 'failed'; message: string };

/** One file read to its end by one register: read = stored + rejected, and stored = added + changed + unchanged. */
export interface ImportedMessage {
  type: 'imported';
  file: string;
  register: string;
  read: number;
  stored: number;
  /** Rows that were not there before. */
  added: number;
  /** Rows that were there with other values. */
  changed: number;
  /** Rows that were there with the same values. */
  unchanged: number;
  rejected: number;
  /** The rejected rows with their reasons, for people; null when there are none. */
  rejectedFile: string | null;
  /** The header and the rejected rows as they were read, byte for byte, to be corrected and imported; null when there are none. */
  originalsFile: string | null;
}

/** The file has the header of no register of this department. */
export interface NotMineMessage {
  type: 'not-mine';
  file: string;
  /** The columns of the file; null when it has no readable header. */
  columns: readonly string[] | null;
  /** Null when no register of this department is like the file. */
  nearest: NearestRegister | null;
}

/** A register that shares at least half of its columns with a file. */
export interface NearestRegister {
  register: string;
  /** Columns of the register that the file does not have. */
  missing: readonly string[];
  /** Columns of the file that the register does not have, or has once only. */
  unexpected: readonly string[];
}
