import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const bySharedCode = (name) => ({ name, message: "Ask by shared/api.ts, listen by shared/live.ts." });

const byWidgetCalls = (name) => ({ name, message: "Ask by link/calls.ts." });

export default tseslint.config(
  { ignores: ["dist/", "data/", "src/infra/generated/", "intents/model/", "node_modules/", "coverage/"] },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", caughtErrorsIgnorePattern: "^_" }],
      eqeqeq: "error",
      "no-nested-ternary": "error",
      "no-console": "error",
      "max-params": ["error", 3],
      "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "max-lines-per-function": ["error", { max: 120, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // The console asks the server only by its description: addresses are made by shared/calls.ts, requests by those beside it.
    files: ["console/src/**"],
    ignores: ["console/src/shared/{api,calls,live,upload}.ts", "console/src/shared/generated/**"],
    rules: {
      "no-restricted-globals": ["error", ...["fetch", "XMLHttpRequest", "EventSource", "WebSocket"].map(bySharedCode)],
      "no-restricted-syntax": [
        "error",
        { selector: "MemberExpression[property.name='sendBeacon']", message: "Ask by shared/api.ts." },
        {
          selector: `:not(CallExpression[callee.name=/^(addressTo|linkTo)$/]) > Literal[value=/^\\u002Fapi\\u002F/]`,
          message: "An address of the server: addressTo or linkTo makes it.",
        },
        {
          selector: "TemplateElement[value.raw=/^\\u002Fapi\\u002F/]",
          message: "An address of the server: addressTo or linkTo makes it.",
        },
      ],
    },
  },
  {
    // The widget, too: addresses are made by link/addresses.ts, requests by link/calls.ts.
    files: ["adapters/web/widget/**"],
    ignores: ["adapters/web/widget/link/{addresses,calls}.ts", "adapters/web/widget/generated/**"],
    rules: {
      "no-restricted-globals": ["error", ...["fetch", "XMLHttpRequest", "EventSource", "WebSocket"].map(byWidgetCalls)],
      "no-restricted-syntax": [
        "error",
        { selector: "MemberExpression[property.name='sendBeacon']", message: "Ask by link/calls.ts." },
        {
          selector: `:not(CallExpression[callee.name='post'], CallExpression[callee.property.name='post']) > Literal[value=/api\\u002Fwidget/]`,
          message: "An address of the server: link/calls.ts makes it.",
        },
        {
          selector: "TemplateElement[value.raw=/api\\u002Fwidget/]",
          message: "An address of the server: link/calls.ts makes it.",
        },
      ],
    },
  },
  { files: ["tests/**"], rules: { "max-lines-per-function": "off", "max-params": ["error", 4] } },
  { files: ["scripts/**", "src/cli/**"], rules: { "no-console": "off" } },
  {
    files: ["**/*.mjs", "**/*.cjs", "**/*.js"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        module: "readonly",
        setTimeout: "readonly",
        fetch: "readonly",
      },
    },
  },
);
