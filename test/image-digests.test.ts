import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { imagesOf, pinImages } from '../scripts/images/pin-images.ts';
import { readComposeFile, ROOT } from './support/compose-file.ts';

const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const digestOf = (character: string) => `sha256:${character.repeat(64)}`;

test('every image of the project is found, and is pinned, and pinned anew', () => {
  const images = Object.values(readComposeFile().services).flatMap(({ image }) => image ?? []);
  expect(imagesOf(read('docker-compose.yml')).sort()).toEqual(
    [...new Set(images.map((image) => image.split('@')[0]!))].sort(),
  );
  expect(imagesOf(read('Dockerfile'))).toEqual(['node:24-slim']);
  for (const name of ['docker-compose.yml', 'Dockerfile']) {
    const text = read(name);
    const all = (character: string) => new Map(imagesOf(text).map((image) => [image, digestOf(character)]));
    const pinned = pinImages(text, all('a'));
    expect(imagesOf(pinned)).toEqual(imagesOf(text));
    expect(pinned.match(/@sha256:a{64}/g)!.length).toBeGreaterThanOrEqual(imagesOf(text).length);
    expect(pinImages(pinned, all('b'))).toBe(pinned.replaceAll('a'.repeat(64), 'b'.repeat(64)));
  }
});

test('an image whose digest is not known is refused, and so is what is no digest', () => {
  expect(() => pinImages('FROM node:24-slim AS build', new Map())).toThrow('no digest of node:24-slim');
  expect(() => pinImages('FROM node:24-slim', new Map([['node:24-slim', 'latest']]))).toThrow('no digest');
});
