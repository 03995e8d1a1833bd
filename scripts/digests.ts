import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { imagesOf, pinImages } from './images/pin-images.ts';

// Names each image of Dockerfile and docker-compose.yml by the digest that its registry has for the tag now: `npm run digests`.
// It needs Docker with buildx, and the registries. Renovate does the same with each update.

const files = ['Dockerfile', 'docker-compose.yml'].map((name) => join(import.meta.dirname, '..', name));
const texts = files.map((file) => readFileSync(file, 'utf8'));
const digests = new Map(
  [...new Set(texts.flatMap(imagesOf))].map((image) => {
    const words = ['buildx', 'imagetools', 'inspect', image, '--format', '{{.Manifest.Digest}}'];
    return [image, execFileSync('docker', words, { encoding: 'utf8' }).trim()] as const;
  }),
);
// All or none: nothing is written before every image has its digest.
const pinned = texts.map((text) => pinImages(text, digests));
files.forEach((file, index) => writeFileSync(file, pinned[index]!));
for (const [image, digest] of digests) process.stdout.write(`${image}@${digest}\n`);
