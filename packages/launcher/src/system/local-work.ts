import { join } from 'node:path';
import { isLoopback } from '@yiwang/service/settings';
import type { DataFolder } from './data-folder.ts';

/** Queries that the playground begins with. */
const PLAYGROUND_TABS = join(import.meta.dirname, '../../playground');

/**
 * Settings of a gateway for work on this machine: what its playground begins with, and the pages for its developer. Others can
 * reach a gateway that does not listen on loopback: it has no such pages, and neither has one in production.
 */
export function localWorkSettings(host: string, { running }: Pick<DataFolder, 'running'>) {
  const isLocal = isLoopback(host) && process.env['NODE_ENV'] !== 'production';
  return { PLAYGROUND_TABS, LOCAL_WORK: isLocal ? running : '' };
}
