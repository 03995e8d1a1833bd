import { SYSTEM } from '../system/system.ts';
import { prepareCommand } from './prepare-command.ts';

await prepareCommand(process.argv.slice(2), SYSTEM);
