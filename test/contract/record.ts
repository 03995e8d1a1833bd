import { messagesOfNow } from './messages.ts';

// Prints what is recorded of a version of the contract: node test/contract/record.ts > test/contract/v2.json
process.stdout.write(`${JSON.stringify(await messagesOfNow(), null, 2)}\n`);
