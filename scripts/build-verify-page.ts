import { writeFile } from 'node:fs/promises';
import { buildPage } from '@yiwang/certificates/page';

/** The page that verifies certificates offline, beside the README that tells of it. */
const PAGE = new URL('../packages/certificates/verify-certificate.html', import.meta.url);

process.umask(0o022);
await writeFile(PAGE, await buildPage());
