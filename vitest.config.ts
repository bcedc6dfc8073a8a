import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    globalSetup: ["test/support/build.ts", "test/support/database-server.ts"],
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
