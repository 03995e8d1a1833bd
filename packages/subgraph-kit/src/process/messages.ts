/**
 * What a department's process tells the process that started it, over Node's IPC channel.
 * Plain data: a department in another language may print the same objects as JSON lines.
 */
export type DepartmentMessage =
  | { type: 'progress'; task: string; done: number; total: number | null }
  | { type: 'seeded'; scale: number; rows: Record<string, number> }
  | { type: 'already-seeded'; scale: number }
  | ImportedMessage
  | NotMineMessage
  | { type: 'failed'; message: string };

/** One file read to its end by one register: read = stored + refused. */
export interface ImportedMessage {
  type: 'imported';
  file: string;
  register: string;
  read: number;
  stored: number;
  refused: number;
  /** Where the refused rows stand with their reasons; null when there are none. */
  refusedFile: string | null;
}

/** The file's header is none of this department's registers. */
export interface NotMineMessage {
  type: 'not-mine';
  file: string;
}
