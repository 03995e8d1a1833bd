import { prepareCommand } from './prepare-command.ts';
import { SYSTEM } from './system.ts';

await prepareCommand(process.argv.slice(2), SYSTEM);
