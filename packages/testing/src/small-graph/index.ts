export { type SmallGraph, startSmallGraph } from './small-graph.ts';
export { type SmallDepartment, startDepartment } from './start-department.ts';
