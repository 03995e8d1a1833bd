import { createHash } from 'node:crypto';

/**
 * The code 信息资源代码 of a resource: class (1 digit: 3, of departments), item (2, of the department), group (3, of the type),
 * then `/` and the detail, which tells department and type. The guide of 2017 leaves item and group to each government. They
 * are hashes, so that a department that comes or goes changes no other code; the detail makes the code unique.
 */
export function codeOf(department: string, type: string): string {
  return `3${digits(department, 2)}${digits(`${department}.${type}`, 3)}/${department}.${type}`;
}

function digits(text: string, count: number): string {
  const number = createHash('sha256').update(text).digest().readUInt32BE();
  return String(number % 10 ** count).padStart(count, '0');
}
