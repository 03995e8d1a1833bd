/**
 * What a failed read or write means for the operator, and what to do: one line.
 *
 * @param path the file or folder in question; shown when the error itself names none
 * @returns null when the error is not one of the file system
 */
export function explainFileError(error: unknown, path: string): string | null {
  // A copy names what it read first, and fails at what it writes.
  const { code, dest, path: named } = error as NodeJS.ErrnoException & { dest?: string };
  const at = dest ?? named ?? path;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk that holds ${at} is full. Free some space, or choose another place with --data.`;
    case 'EACCES':
    case 'EPERM':
      return `${at} may not be written by this user. Change its owner, or choose another place with --data.`;
    case 'EROFS':
      return `${at} is on a read-only disk. Choose another place with --data.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${at} is not a folder. Choose another place with --data.`;
    default:
      return null;
  }
}
