export { type SmallGraph, startSmallGraph } from './small-graph.ts';
export { Topic } from './topic.ts';
export { type SmallDepartment, startDepartment } from './start-department.ts';
