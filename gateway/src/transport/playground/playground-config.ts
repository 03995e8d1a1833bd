import { SCOPES } from '@yiwang/identity';
import type { ReadLocalSystem } from '../local-work/local-system.ts';
import { readTabs, type Tab } from './tabs.ts';

/** What a playground begins with. */
export interface PlaygroundConfig {
  tabs: readonly Tab[];
  /** The name of the one department whose subgraph it is; null for the whole schema. */
  department: string | null;
  /** Departments whose officials a developer may sign in as; null where nobody signs in by a click. */
  departments: readonly string[] | null;
  /** Every scope that a token may have, with what it allows. */
  scopes: Readonly<Record<string, string>>;
  /** Address of the portal, without a path; null where none runs. */
  portal: string | null;
}

/**
 * Makes the function that reads the beginning of a playground anew each time, because a system on one machine grows while it runs.
 *
 * @param tabsFolder of the whole schema; empty for none. See {@link readTabs}.
 * @param readLocalSystem null where there is none
 * @returns takes the name of a department that is served alone, or null for the whole schema
 */
export function createPlaygroundConfig(tabsFolder: string, readLocalSystem: ReadLocalSystem | null) {
  return async (department: string | null): Promise<PlaygroundConfig> => {
    const system = (await readLocalSystem?.()) ?? null;
    const folder =
      department === null
        ? tabsFolder
        : (system?.departments.find(({ name }) => name === department)?.examples ?? '');
    return {
      tabs: await readTabs(folder),
      department,
      departments: readLocalSystem ? (system?.departments.map(({ name }) => name) ?? []) : null,
      scopes: SCOPES,
      portal: system?.portal ?? null,
    };
  };
}
