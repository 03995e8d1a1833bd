import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MaterialSettings } from '../material-settings.ts';
import { openDiskStore } from './disk-store.ts';
import type { MaterialStore } from './material-store.ts';

const S3 = 's3://';

/**
 * Opens the storage that the settings name. Each department has a folder of its own in it, because it removes what it does not know.
 *
 * @param department its name in the graph
 * @throws Error when the settings are not usable
 */
export async function openMaterialStore(
  { MATERIALS, MATERIALS_KEY_FILE }: Pick<MaterialSettings, 'MATERIALS' | 'MATERIALS_KEY_FILE'>,
  department: string,
): Promise<MaterialStore> {
  if (!MATERIALS.startsWith(S3)) return openDiskStore(join(MATERIALS, department));
  const address = URL.canParse(MATERIALS) ? new URL(MATERIALS) : null;
  const endpoint = address?.searchParams.get('endpoint') ?? '';
  if (!address?.hostname || !/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : '')) {
    throw new Error('MATERIALS must name a bucket as s3://bucket/prefix?endpoint=https://host&region=name.');
  }
  if (MATERIALS_KEY_FILE === '') {
    throw new Error(
      'MATERIALS_KEY_FILE must name a file with the id and the secret of an access key, for s3://.',
    );
  }
  const [accessKeyId = '', secretAccessKey = ''] = (await readFile(MATERIALS_KEY_FILE, 'utf8'))
    .split('\n')
    .map((line) => line.trim());
  if (accessKeyId === '' || secretAccessKey === '') {
    throw new Error(
      `MATERIALS_KEY_FILE: ${MATERIALS_KEY_FILE} must have an id in its first line and a secret in its second.`,
    );
  }
  const folder = address.pathname.replace(/^\/+|\/+$/g, '');
  // Loaded late: departments that store on disk never need it.
  const { openS3Store } = await import('./s3-store.ts');
  return openS3Store({
    endpoint: `${endpoint.replace(/\/+$/, '')}/${address.hostname}`,
    region: address.searchParams.get('region') ?? 'us-east-1',
    prefix: `${folder === '' ? '' : `${decodeURIComponent(folder)}/`}${department}/`,
    accessKeyId,
    secretAccessKey,
  });
}
