// Holds a lease until it is killed: node lease-holder.ts URL NAME
import { takeLease } from '../src/lease.ts';

const [, , url, name] = process.argv;
const lease = await takeLease(url!, name!, 'a test');
process.stdout.write('held\n');
process.stdout.write(`lost to ${await lease.lost}\n`);
