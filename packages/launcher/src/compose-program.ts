// A program of its own, because composition takes 100 MB that a launcher would hold for days.
// Arguments: the departments as JSON, the file to write.
import { writeSupergraph } from './write-supergraph.ts';

try {
  await writeSupergraph(JSON.parse(process.argv[2]!), process.argv[3]!);
} catch (error) {
  process.send?.((error as Error).message);
  process.exitCode = 1;
}
process.disconnect?.();
