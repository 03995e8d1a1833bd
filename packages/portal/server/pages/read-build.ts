import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SettingsError } from '@yiwang/service/settings';
import type { RouterContext, ServerBuild } from 'react-router';
import type { RequestContext } from '../../app/context.ts';

/** The pages, as `react-router build` has written them. */
export interface Pages {
  build: ServerBuild;
  /** By which the pages read what the server gives them. */
  context: RouterContext<RequestContext>;
  /** Folder of what browsers load. */
  client: string;
}

const OWN_BUILD = join(import.meta.dirname, '../../dist');

/**
 * @param named the folder; empty for that of the package
 * @throws SettingsError when the folder holds no build
 */
export async function readBuild(named: string): Promise<Pages> {
  const folder = named || OWN_BUILD;
  const file = join(folder, 'server/index.js');
  if (!(await stat(file).catch(() => null)))
    throw new SettingsError(
      `PAGES: ${folder} holds no pages. npm run build --workspace packages/portal makes them.`,
    );
  const build = (await import(pathToFileURL(file).href)) as ServerBuild;
  const { requestContext } = build.entry.module as { requestContext?: RouterContext<RequestContext> };
  if (!requestContext)
    throw new SettingsError(`PAGES: the entry.server of ${folder} exports no requestContext.`);
  return { build, context: requestContext, client: join(folder, 'client') };
}
