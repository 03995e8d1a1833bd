// A fault to be found, loaded before services: an application that is withdrawn or fails ends at once, and nothing is undone.
import { registerHooks } from 'node:module';

const FILE = '/services/src/course/apply-event.ts';
const SOUND = 'if (order === null) return false;';
const FAULTY = 'if (order !== undefined) return false;';

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith(FILE)) return loaded;
    const source = String(loaded.source);
    if (!source.includes(SOUND)) throw new Error(`${FILE} does not hold ${SOUND} any longer.`);
    return { ...loaded, source: source.replace(SOUND, FAULTY) };
  },
});
