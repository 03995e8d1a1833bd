import { readdir } from 'node:fs/promises';

/** The registry knows the first gateway by this name, which its key has too, and further ones as `gateway-2`, `gateway-3`. */
export const GATEWAY_NAME = 'gateway';

/** More is a slip of the finger, and a key for each. */
export const MAX_GATEWAYS = 16;

const KEY_FILE = /^(gateway-\d{1,2})\.key$/;

/** @param count how many gateways there are, the first included */
export function furtherGatewayNames(count: number): string[] {
  return Array.from({ length: count - 1 }, (_, index) => `${GATEWAY_NAME}-${index + 2}`);
}

/** The gateways beside the first one that have a key, in the order of their numbers. @param folder of the keys */
export async function findFurtherGateways(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).flatMap((file) => KEY_FILE.exec(file)?.[1] ?? []);
  return names.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}
