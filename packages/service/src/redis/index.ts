export { connectRedis, type RedisNews } from './connect-redis.ts';
export { redisStore } from './redis-store.ts';
