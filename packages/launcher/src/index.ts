export { departmentCommand } from './system/department-command.ts';
export { importCommand } from './import/import-command.ts';
export { dataOption } from './system/options.ts';
export { prepareCommand } from './containers/prepare-command.ts';
export { rotateKeyCommand } from './rotation/rotate-key-command.ts';
export { findRunningSystem } from './system/running-system.ts';
export { startCommand } from './system/start-command.ts';
export { tokensCommand } from './containers/tokens-command.ts';
export { type Department, SYSTEM, type SystemDefinition } from './system/system.ts';
