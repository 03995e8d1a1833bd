// Imported before anything else, and plain enough for any Node to read: an older one cannot even
// load the rest, which is TypeScript, and would say so in words that help nobody.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 2)) {
  process.stderr.write(
    `Node ${process.versions.node} is too old: 24.2 is needed. Run npm ci, which brings it, and then the npm script again.\n`,
  );
  process.exit(1);
}

// Types are stripped and code is compiled once, not at each start: 25 MB and 0.1 s less for each
// process. Children and threads take the folder from the environment.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url));
module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
