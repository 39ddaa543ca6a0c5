import { describe, expect, it } from "vitest";
import { z } from "zod";
import { describeApi, type Described } from "../../src/api/document.ts";
import { renderApi } from "../../src/api/page.ts";
import { PAGE_WORDS } from "../../src/api/words.ts";
import { departureOf } from "../support/described-answers.ts";

const ROLES = ["agent", "admin"] as const;
const shapes = {
  Page: {
    type: "object",
    properties: { rows: { type: "array", items: { $ref: "#/definitions/Row" } } },
    additionalProperties: false,
  },
  Row: { type: "object", properties: { id: { type: "string" } } },
  Other: { type: "string" },
  Problem: { type: "object" },
  WebhookMessage: { type: "object" },
};
const described: Described = {
  routes: [
    { method: "get", path: "/api/console/things", roles: ROLES },
    { method: "put", path: "/api/console/things/:id", roles: ["admin"], isForPeople: true },
  ],
  descriptions: {
    "GET /api/console/things": {
      summary: "List things.",
      query: z.object({ page: z.coerce.number().int().min(1).default(1), store: z.string() }),
      answer: "Page",
    },
    "PUT /api/console/things/:id": {
      summary: "Change <a> thing.",
      body: z.strictObject({ name: z.string().max(60) }),
      refusals: [409],
      more: { 422: "Other" },
    },
  },
  webhooks: ["thing.made"],
  shapes,
};

describe("The description of the API", () => {
  it("says of an endpoint what it takes by the schemas it checks with, who may call it, and how it may refuse", () => {
    const { paths, components } = describeApi(described);
    expect(paths["/api/console/things"]?.["get"]).toMatchObject({
      operationId: "getConsoleThings",
      description: "For: agent, admin. API tokens may call it.",
      security: [{ session: [] }, { token: [] }],
      parameters: [
        { name: "page", in: "query", required: false, schema: { type: "integer", minimum: 1 } },
        { name: "store", in: "query", required: true },
      ],
    });
    const change = paths["/api/console/things/{id}"]?.["put"];
    expect(change).toMatchObject({
      description: "For: admin. No API token may call it.",
      security: [{ session: [] }],
      parameters: [{ name: "id", in: "path", required: true }],
      requestBody: {
        content: { "application/json": { schema: { properties: { name: { maxLength: 60 } }, required: ["name"] } } },
      },
    });
    expect(Object.keys(change?.responses ?? {})).toEqual(expect.arrayContaining(["204", "400", "401", "403", "404", "409"]));
    expect(change?.responses["422"]).toMatchObject({
      content: {
        "application/problem+json": {
          schema: { allOf: [{ $ref: "#/components/schemas/Problem" }, { $ref: "#/components/schemas/Other" }] },
        },
      },
    });
    expect(components.responses).not.toHaveProperty("Refused422");
  });

  it("has of the types what answers name and what those name, open to more members later", () => {
    const { components } = describeApi(described);
    expect(Object.keys(components.schemas)).toEqual(["Other", "Page", "Problem", "Row", "WebhookMessage"]);
    expect(components.schemas["Page"]).toEqual({
      type: "object",
      properties: { rows: { type: "array", items: { $ref: "#/components/schemas/Row" } } },
    });
  });

  it("is not made while an endpoint is not described, a description has no endpoint, or a type does not exist", () => {
    const { descriptions, routes } = described;
    const more = { method: "get", path: "/api/console/more", roles: ROLES } as const;
    expect(() => describeApi({ ...described, routes: [...routes, more] })).toThrow("GET /api/console/more: not described");
    const gone = { ...descriptions, "GET /api/console/gone": { summary: "Gone." } };
    expect(() => describeApi({ ...described, descriptions: gone })).toThrow("GET /api/console/gone is described, but no route");
    const wrong = { ...descriptions, "GET /api/console/things": { summary: "List.", answer: "Pages" } };
    expect(() => describeApi({ ...described, descriptions: wrong })).toThrow("No api.ts exports a type Pages");
  });

  it("is a page to be read, in which everything is text", () => {
    const page = renderApi(describeApi(described), PAGE_WORDS.en);
    expect(page).toContain("PUT /api/console/things/{id}");
    expect(page).toContain("Change &lt;a&gt; thing.");
    expect(page).not.toMatch(/<script|\sstyle=|\son\w+=/);
  });
});

const PROBLEM = { type: "about:blank", title: "t", status: 404, detail: "d" };

describe("What a test hears of the API", () => {
  const heard = {
    method: "GET",
    path: "/api/console/phrases?page=1",
    status: 200,
    type: "application/json",
    json: { items: [], total: 0 },
  };

  it("is as described", () => {
    expect(departureOf(heard)).toBeUndefined();
    const refused = { ...heard, status: 404, type: "application/problem+json" };
    expect(departureOf({ ...refused, json: PROBLEM })).toBeUndefined();
  });

  it("may tell more in a refusal, where that is described", () => {
    const path = "/api/console/conversations/v1/reply";
    const refused = { method: "POST", path, status: 422, type: "application/problem+json" };
    const finding = { kind: "forbidden", words: "加微信", level: "block" };
    expect(departureOf({ ...refused, json: { ...PROBLEM, findings: [finding] } })).toBeUndefined();
    expect(departureOf({ ...refused, json: PROBLEM })).toContain("is no ReplyHeldBack");
    expect(departureOf({ ...refused, json: { ...PROBLEM, findings: [{ ...finding, of: 1 }] } })).toContain("is no ReplyHeldBack");
    expect(departureOf({ ...refused, status: 409, json: { ...PROBLEM, findings: [] } })).toContain("a member findings");
  });

  it.each([
    ["another member", { json: { items: [], total: 0, secret: 1 } }, "is no PhrasePage"],
    ["a missing one", { json: { items: [] } }, "is no PhrasePage"],
    ["another status", { status: 201 }, "answers 201"],
    ["another refusal", { status: 418 }, "refuses with 418"],
    ["a problem without its members", { status: 404, type: "application/problem+json", json: { title: "t" } }, "is no Problem"],
    [
      "a problem with another member",
      { status: 404, type: "application/problem+json", json: { ...PROBLEM, id: 1 } },
      "member id",
    ],
    ["an unknown parameter", { path: "/api/console/phrases?size=2" }, "query parameter size"],
    ["an unknown address", { path: "/api/console/phrase" }, "is not described"],
    [
      "a body that is not as described",
      { path: "/api/console/phrases", method: "POST", status: 201, body: { text: 1 } },
      "takes a body",
    ],
  ])("is a fault with %s", (_what, changes, fault) => {
    expect(departureOf({ ...heard, ...changes })).toContain(fault);
  });
});
