// A fault to be found, loaded before a department: commands that are sent again with the same key are run again.
import { registerHooks } from 'node:module';

const FILE = '/subgraph-kit/src/cases/case-transactions.ts';
const SOUND = 'if (claimed.length > 0) return null;';
const FAULTY = 'if (claimed.length >= 0) return null;';

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith(FILE)) return loaded;
    const source = String(loaded.source);
    if (!source.includes(SOUND)) throw new Error(`${FILE} does not hold ${SOUND} any longer.`);
    return { ...loaded, source: source.replace(SOUND, FAULTY) };
  },
});
