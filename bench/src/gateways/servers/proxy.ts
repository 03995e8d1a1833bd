import { openPools, post } from './department-pools.ts';
import { serveBytes } from './serve-bytes.ts';

// node proxy.ts DEPARTMENTS PORT: sends each request to the first department as it is, and the answer back.
const [departments, port] = process.argv.slice(2);
const [first] = openPools(departments!);
serveBytes(Number(port), (body) => post(first!, body));
