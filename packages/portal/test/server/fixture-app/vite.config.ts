import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  // Tests build it into a folder of their own.
  build: { assetsInlineLimit: 0 },
  environments: { ssr: { resolve: { external: true } } },
});
