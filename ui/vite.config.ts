// How the window is built and tested. The texts live beside the Rust half, in `locales/` of the repository's root.
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [svelte(), svelteTesting()],
  resolve: { alias: { $lib: here('./src/lib') } },
  clearScreen: false,
  server: {
    port: 1420,
    strictPort: true,
    fs: { allow: [here('.'), here('../locales')] },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['es2022', 'safari17', 'chrome111'],
    // Kept as written: `light-dark()` must follow the `color-scheme` that the theme choice sets.
    cssTarget: ['safari17.5', 'chrome123'],
    // The content security policy allows neither inline scripts nor anything from outside.
    modulePreload: { polyfill: false },
    // What comes later needs no other styles than those that are there.
    cssCodeSplit: false,
    assetsInlineLimit: 0,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    // Generous: a busy build machine is slow, and nothing waits for this unless it hangs.
    testTimeout: 60_000,
  },
});
