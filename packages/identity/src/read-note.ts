import { z } from 'zod';

/** The header in which a department tells the gateway what an answer that is no GraphQL has read, for the gateway's access log. */
export const READ_NOTE_HEADER = 'yiwang-read';

const MAX_CHARACTERS = 8192;

/** What was read, as the access log of the department has it. */
export interface ReadNote {
  /** Coordinates. */
  fields: readonly string[];
  subjects: readonly { type: string; key: string }[];
  /** Whether it needed no grant, because of whom it is about. */
  isOwn: boolean;
}

const noteShape = z.object({
  fields: z.array(z.string().min(1)).min(1).max(20),
  subjects: z.array(z.object({ type: z.string(), key: z.string() })).max(100),
  isOwn: z.boolean(),
});

/** Returns the value of the header. */
export function formatReadNote({ fields, subjects, isOwn }: ReadNote): string {
  return encodeURIComponent(JSON.stringify({ fields, subjects, isOwn }));
}

/** Returns what the header says; null where it says nothing that can be understood. */
export function readReadNote(header: string | undefined): ReadNote | null {
  if (header === undefined || header.length > MAX_CHARACTERS) return null;
  try {
    return noteShape.parse(JSON.parse(decodeURIComponent(header)));
  } catch {
    return null;
  }
}
