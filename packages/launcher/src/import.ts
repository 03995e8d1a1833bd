import { importCommand } from './import-command.ts';
import { SYSTEM } from './system.ts';

await importCommand(process.argv.slice(2), SYSTEM);
