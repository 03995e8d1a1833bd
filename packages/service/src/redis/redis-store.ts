import { z } from 'zod';

/** Where a process keeps what others may have to know: `memory`, which is the default, or the address of a Redis. */
export function redisStore() {
  return z
    .string()
    .default('memory')
    .refine((store) => store === 'memory' || (/^rediss?:\/\/./i.test(store) && URL.canParse(store)), {
      error: 'write memory, or the address of a Redis: redis://host:port',
    });
}
