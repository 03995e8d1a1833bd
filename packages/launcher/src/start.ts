import { startCommand } from './system/start-command.ts';
import { SYSTEM } from './system/system.ts';

await startCommand(process.argv.slice(2), SYSTEM);
