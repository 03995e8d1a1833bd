export * from './make-model.ts';
export * from './model.ts';
export * from './random.ts';
export * from './write-sdl.ts';
