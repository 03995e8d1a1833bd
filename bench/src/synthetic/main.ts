import { DEPARTMENTS } from './graph.ts';
import { serveDepartments } from './serve.ts';

// node src/synthetic/main.ts PORT: the synthetic departments as a process of their own.
serveDepartments(DEPARTMENTS, Number(process.argv[2]));
