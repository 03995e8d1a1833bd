import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs a program of the project to its end. What it prints is shown only when it fails, or all the time to whoever wants to see it.
 *
 * @returns true when it ended well
 */
export async function runNode(
  root: string,
  args: readonly string[],
  { isShown = false }: { isShown?: boolean } = {},
): Promise<boolean> {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
  });
  // At a terminal Ctrl-C reaches the program too, which takes both for one; we wait until it has ended.
  const pass = (signal: NodeJS.Signals) => void child.kill(signal);
  process.on('SIGINT', pass).on('SIGTERM', pass);
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => printed.push(chunk));
  const [code] = await once(child, 'close');
  process.off('SIGINT', pass).off('SIGTERM', pass);
  if (code !== 0) process.stderr.write(Buffer.concat(printed));
  return code === 0;
}
