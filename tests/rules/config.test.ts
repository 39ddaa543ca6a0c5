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
  ["MESSAGES_PER_VISITOR_PER_MINUTE", "-1", "Allowed: a whole number from 0 (no limit) to 1000000."],
])("%s=%s stops the start with a sentence that names variable, value and what is allowed", (name, value, sentence) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
  expect(() => readConfig({ [name]: value })).toThrow(sentence);
});

it("never repeats a secret, even a wrong one", () => {
  const wrong = { DATABASE_URL: "mysql://root:hunter2@db", METRICS_TOKEN: "short" };
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
