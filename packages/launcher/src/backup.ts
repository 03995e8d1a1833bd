import { backupCommand } from './backup/backup-command.ts';

await backupCommand(process.argv.slice(2));
