import { index, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  index('home.tsx'),
  route('name', 'name.tsx'),
  route('slow', 'slow.tsx'),
  route('own', 'own.tsx'),
  route('wait', 'wait.tsx'),
  route(':language/send-again', 'send-again.tsx'),
] satisfies RouteConfig;
