import tseslint from "typescript-eslint";

const timeMessage = "The time comes from runtime/clock.ts alone.";

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "**/weights.ts",
      "**/trees.ts",
      "node_modules/",
      "data/",
      "demo-data/",
      "coverage/",
      "**/*.js",
      "**/*.mjs",
      "**/*.cjs",
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      // Numbers in a message need no wrapping; objects still do.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": "off",
      // An async method may fulfil a contract without waiting, and Side | "other" says more than string.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-redundant-type-constituents": "off",
      // A condition that the types call settled may still guard data that came from outside.
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: timeMessage },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: timeMessage },
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: "The environment is read in runtime/config.ts alone.",
        },
      ],
    },
  },
  { files: ["src/runtime/clock.ts", "src/runtime/config.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    // Tests set up processes and clocks of their own, and describe() blocks are long.
    files: ["test/**", "bench/**", "vitest.config.ts"],
    rules: { "no-restricted-syntax": "off", "max-lines": "off", "max-lines-per-function": "off" },
  },
  {
    // vitest's asymmetric matchers, the rows of a test's own queries and parsed JSON are typed any; the expectation checks them.
    files: ["test/**"],
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  // A locale is a list of words, as long as the language needs.
  { files: ["src/figure/locale/**"], rules: { "max-lines": "off" } },
);
