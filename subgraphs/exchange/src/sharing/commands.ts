import { createApplicationCommands } from './applications.ts';
import { createCorrectionCommands } from './corrections.ts';
import { createGrantCommands } from './grants.ts';
import { createGrantsInForce } from './grants-in-force.ts';
import type { Sharing } from './sharing.ts';

/** All that changes applications, grants and reports of wrong data, and what gateways are told of them. */
export function createSharingCommands(sharing: Sharing) {
  return {
    applications: createApplicationCommands(sharing),
    grants: createGrantCommands(sharing),
    corrections: createCorrectionCommands(sharing),
    grantsInForce: createGrantsInForce(sharing),
  };
}

export type SharingCommands = ReturnType<typeof createSharingCommands>;
