import { departmentCommand } from './system/department-command.ts';
import { SYSTEM } from './system/system.ts';

await departmentCommand(process.argv.slice(2), SYSTEM);
