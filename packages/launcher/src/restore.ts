import { restoreCommand } from './backup/restore-command.ts';

await restoreCommand(process.argv.slice(2));
