import type { z } from 'zod';

/**
 * Settings that a service reads from its environment. Each carries its meaning, unit, range and
 * default in the schema itself, so that docs/config.md can be printed from it.
 */
export type SettingsShape = z.ZodObject<Record<string, z.ZodType>>;

/** A setting is missing or out of range. The message lists every fault, one a line. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Reads and checks the settings of one service. Fails closed: a service with a wrong setting does not start.
 *
 * @param environment usually `process.env`; an empty string counts as not set
 * @throws SettingsError naming each wrong setting and what it accepts
 */
export function readSettings<Shape extends SettingsShape>(
  shape: Shape,
  environment: Readonly<Record<string, string | undefined>>,
): z.infer<Shape> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new SettingsError(`Wrong settings:\n  ${faults.join('\n  ')}\ndocs/config.md lists every setting.`);
}
