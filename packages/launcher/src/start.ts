import { startCommand } from './start-command.ts';
import { SYSTEM } from './system.ts';

await startCommand(process.argv.slice(2), SYSTEM);
