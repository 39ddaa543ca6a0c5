import { expect, it } from "vitest";
import { ConfigError, readConfig } from "../../src/infra/config.ts";

it("starts without any variable, on the embedded database and this machine only", () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    databaseUrl: undefined,
    host: "127.0.0.1",
    port: 8040,
    baseUrl: "http://localhost:8040",
    trustProxy: [],
  });
  expect(config.dataDir).toMatch(/\/data$/);
});

it.each([
  ["PORT", "80a", 'PORT is "80a", which cannot be used. Allowed: a whole number from 1 to 65535.'],
  ["PORT", "70000", 'PORT is "70000", which cannot be used. Allowed: a whole number from 1 to 65535.'],
  ["LOG_LEVEL", "loud", 'LOG_LEVEL is "loud", which cannot be used. Allowed: one of debug, info, warn, error, silent.'],
  ["DEMO", "maybe", 'DEMO is "maybe", which cannot be used. Allowed: yes or no.'],
  ["BASE_URL", "desk.example.com", 'BASE_URL is "desk.example.com", which cannot be used. Allowed: an http or https address'],
  ["TRUST_PROXY", "everybody", 'TRUST_PROXY is "everybody", which cannot be used. Allowed: loopback, linklocal'],
  ["ROUTING_KEPT_DAYS", "29", 'ROUTING_KEPT_DAYS is "29", which cannot be used. Allowed: a whole number from 30 to 3650.'],
  [
    "EMBEDDINGS_TIMEOUT_MS",
    "10",
    'EMBEDDINGS_TIMEOUT_MS is "10", which cannot be used. Allowed: a whole number from 50 to 5000.',
  ],
  ["EMBEDDINGS_URL", "ftp://models", "Allowed: an http or https address without user, password and query"],
  ["EMBEDDINGS_URL", "http://models", "EMBEDDINGS_URL is set, but EMBEDDINGS_MODEL is not. Name the model"],
  ["EMBEDDINGS_MODEL", "bge-m3", "EMBEDDINGS_MODEL is set, but EMBEDDINGS_URL is not. Set EMBEDDINGS_URL"],
  ["EMBEDDINGS_API_KEY", "secret", "EMBEDDINGS_API_KEY is set, but EMBEDDINGS_URL is not."],
  ["MESSAGES_PER_VISITOR_PER_MINUTE", "-1", "Allowed: a whole number from 0 (no limit) to 1000000."],
])("%s=%s stops the start with a sentence that names variable, value and what is allowed", (name, value, sentence) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
  expect(() => readConfig({ [name]: value })).toThrow(sentence);
});

it("never repeats a secret, even a wrong one", () => {
  const wrong = {
    DATABASE_URL: "mysql://root:hunter2@db",
    METRICS_TOKEN: "short",
    EMBEDDINGS_URL: "http://me:hunter2@models",
    EMBEDDINGS_API_KEY: "hunter2 and more",
  };
  expect(() => readConfig(wrong)).toThrow(/DATABASE_URL is \(not shown\)/);
  expect(() => readConfig(wrong)).not.toThrow(/hunter2|short,/);
});

it("tells every wrong variable at once", () => {
  expect(() => readConfig({ PORT: "x", DEMO: "x" })).toThrow(/PORT is[\s\S]*DEMO is/);
});

it("takes an empty variable for an absent one, and cuts the slash off the address", () => {
  expect(readConfig({ PORT: "", BASE_URL: "https://desk.example.com/" })).toMatchObject({
    port: 8040,
    baseUrl: "https://desk.example.com",
  });
});

it("asks no embedding service unless its address is given", () => {
  expect(readConfig({ EMBEDDINGS_TIMEOUT_MS: "900" }).embeddings).toBeUndefined();
  expect(readConfig({ EMBEDDINGS_URL: "https://models.example/v1", EMBEDDINGS_MODEL: "bge-m3" }).embeddings).toEqual({
    url: "https://models.example/v1",
    model: "bge-m3",
    apiKey: undefined,
    timeoutMs: 400,
  });
});
