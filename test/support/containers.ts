import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
} from 'node:fs';
import { rmdirSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ComposeService, ROOT } from './compose-file.ts';

/** Stands in for the user `node` of the image. Only root can be another user; anyone else is itself. */
export const CONTAINER_USER: { uid: number; gid: number } | { uid?: undefined; gid?: undefined } =
  process.getuid?.() === 0 ? { uid: 51_847, gid: 51_847 } : {};

/** Runs what the Dockerfile runs, in a folder that stands in for the root of the image. */
const IN_IMAGE = `set -e
in_image() {
  program=$1; shift
  for word; do
    shift
    case "$word" in /*) word="$IMAGE$word" ;; node:node) word=$OWNER ;; root:root) word=0:0 ;; esac
    set -- "$@" "$word"
  done
  command "$program" "$@"
}
mkdir() { in_image mkdir "$@"; }
chmod() { in_image chmod "$@"; }
chown() { [ -z "$OWNER" ] || in_image chown "$@"; }
`;

/**
 * The folders of the image, as the last stage of the Dockerfile makes them.
 *
 * @param image an empty folder
 */
export function buildImageFolders(image: string): void {
  const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8').replaceAll(/\\\n/g, ' ');
  const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  if (!/^USER node$/m.test(lastStage)) throw new Error('The image does not run as the user node.');
  const commands = [...lastStage.matchAll(/^RUN (.*)$/gm)].map(([, command]) => command!);
  for (const [, program] of commands.join('\n').matchAll(/(?:^|&&|;|\bdo|\$\()\s*([a-z]+)/g)) {
    const isKnown = /^(mkdir|chown|chmod|basename|for|do|done)$/.test(program!);
    if (!isKnown) throw new Error(`This test does not know the command ${program} of the Dockerfile.`);
  }
  const { uid, gid } = CONTAINER_USER;
  const env = { PATH: process.env['PATH'], IMAGE: image, OWNER: uid === undefined ? '' : `${uid}:${gid}` };
  execFileSync('/bin/sh', ['-c', IN_IMAGE + commands.join('\n')], { cwd: ROOT, env });
}

/**
 * The root of one container, with its volumes in place, as Docker makes it: a volume that is empty is filled from the folder
 * of the image that it is mounted on, and gets its owner and mode; where the image has none, it is root's. All else of a
 * container that is read-only cannot be written.
 *
 * @param folder holds the volumes of all containers
 * @returns the folder that stands in for `/`
 */
export function createContainer(
  folder: string,
  name: string,
  image: string,
  service: ComposeService,
): string {
  const root = join(folder, 'containers', name);
  const mounts = (service.volumes ?? []).map((mount) => mount.split(':') as [string, string, 'ro'?]);
  cpSync(image, root, { recursive: true });
  for (const [volume, path, mode] of mounts) {
    const kept = join(folder, 'volumes', volume);
    if (!existsSync(kept)) {
      mkdirSync(kept, { recursive: true });
      setOwner(kept, { uid: 0, gid: 0, mode: 0o755 });
    }
    if (readdirSync(kept).length === 0 && existsSync(join(image, path)))
      setOwner(kept, statSync(join(image, path)));
    const seen = mode === 'ro' ? readOnlyCopy(kept, join(folder, 'read-only', name, volume)) : kept;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (lstatSync(join(root, path), { throwIfNoEntry: false })) rmdirSync(join(root, path));
    symlinkSync(seen, join(root, path));
  }
  for (const path of service.tmpfs ?? []) {
    mkdirSync(join(root, path));
    chmodSync(join(root, path), 0o1777);
  }
  if (service.read_only) closeFolders(root, new Set((service.tmpfs ?? []).map((path) => join(root, path))));
  return root;
}

interface Ownership {
  uid: number;
  gid: number;
  mode: number;
}

/** Without root nothing can be given away: what would be root's cannot be written instead. */
function setOwner(path: string, { uid, gid, mode }: Ownership): void {
  if (process.getuid?.() === 0) chownSync(path, uid, gid);
  const isOurs = process.getuid?.() === 0 || uid === process.getuid?.();
  chmodSync(path, isOurs ? mode & 0o777 : 0o555);
}

function readOnlyCopy(from: string, to: string): string {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true });
  for (const path of ['', ...readdirSync(to, { recursive: true, encoding: 'utf8' })]) {
    const { uid, gid, mode } = statSync(join(from, path));
    if (process.getuid?.() === 0) chownSync(join(to, path), uid, gid);
    chmodSync(join(to, path), mode & 0o555);
  }
  return to;
}

/** Folders of the image, none of which can be written. */
function closeFolders(root: string, except: ReadonlySet<string>): void {
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    const path = join(root, entry.name);
    if (entry.isDirectory() && !except.has(path)) closeFolders(path, except);
  }
  if (process.getuid?.() === 0) chownSync(root, 0, 0);
  chmodSync(root, 0o555);
}
