// Imported before anything else, and plain enough for any Node to read: an older one cannot even
// load the rest, which is TypeScript, and would say so in words that help nobody.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 2)) {
  process.stderr.write(
    `Node ${process.versions.node} is too old: 24.2 is needed. Run npm ci, which brings it, and then npm start or npm run import.\n`,
  );
  process.exit(1);
}
