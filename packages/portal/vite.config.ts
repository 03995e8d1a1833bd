import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  // Nothing may be written into a page: its content security policy allows no data: scripts, and caches help more.
  build: { assetsInlineLimit: 0, target: 'es2022' },
  // The bundle of the server imports the packages, so that both have one React.
  environments: { ssr: { resolve: { external: true } } },
});
