/** Where a command says what it found. Standard output holds nothing but the answer, so that it can be piped. */
export interface Output {
  /** Sent to standard output with a line break. */
  say(text: string): void;
  /** What is no part of the answer: standard error. */
  note(text: string): void;
}

// The reader of a pipe may leave before the end (`yiwang owners | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

export const terminal: Output = {
  say: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
};

/** The answer itself for programs (`--json`), or in words. */
export function answer(json: boolean, value: unknown, inWords: () => string): void {
  terminal.say(json ? JSON.stringify(value, null, 2) : inWords());
}
