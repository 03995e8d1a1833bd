/** Images as Dockerfile and docker-compose.yml name them: `image: name:tag`, `FROM name:tag`, with or without a digest. */
const IMAGE = /^(\s*image: |FROM )([a-z][\w./-]*:[\w.-]+)(@sha256:[0-9a-f]{64})?(?=\s|$)/gm;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Images that a file names, by name and tag. */
export function imagesOf(text: string): string[] {
  return [...new Set([...text.matchAll(IMAGE)].map(([, , image]) => image!))];
}

/**
 * The file with each image by its digest, which takes the place of one that is there.
 *
 * @param digests by name and tag
 * @throws Error when an image has none: a digest is never made up
 */
export function pinImages(text: string, digests: ReadonlyMap<string, string>): string {
  return text.replaceAll(IMAGE, (_, before: string, image: string) => {
    const digest = digests.get(image);
    if (digest === undefined || !DIGEST.test(digest)) throw new Error(`There is no digest of ${image}.`);
    return `${before}${image}@${digest}`;
  });
}
