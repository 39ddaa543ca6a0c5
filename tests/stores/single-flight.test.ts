import { afterEach, beforeEach, expect, it } from "vitest";
import { openDatabase, type Database } from "../../src/infra/database.ts";
import { describeOnEachDatabase, type TestPlace } from "../support/databases.ts";

describeOnEachDatabase("Work that is done by one at a time", (databases) => {
  let place: TestPlace;
  let one: Database;
  let other: Database;
  beforeEach(async () => {
    place = await databases.place();
    one = await open();
    // Another process, where there can be one.
    other = place.url === undefined ? one : await open();
  });
  afterEach(async () => {
    await one.close();
    if (other !== one) await other.close();
  });
  const open = (): Promise<Database> =>
    openDatabase(
      place.url === undefined ? { type: "directory", dataDir: place.dataDir ?? "" } : { type: "server", url: place.url },
    );

  it("is busy for everybody else under its name until it ends, and for nobody under another", async () => {
    const within = await one.ifAlone("learn a", async () => [
      await one.ifAlone("learn a", async () => 1),
      await other.ifAlone("learn a", async () => 1),
      await other.ifAlone("learn b", async () => 2),
    ]);
    expect(within).toEqual({ type: "done", result: [{ type: "busy" }, { type: "busy" }, { type: "done", result: 2 }] });
    expect(await other.ifAlone("learn a", async () => 3)).toEqual({ type: "done", result: 3 });
  });

  it("is free again when it fails", async () => {
    await expect(one.ifAlone("learn a", () => Promise.reject(new Error("it broke")))).rejects.toThrow("it broke");
    expect(await other.ifAlone("learn a", async () => 3)).toEqual({ type: "done", result: 3 });
  });

  it("leaves a place for what people wait for, and short work neither takes one nor waits for one", async () => {
    const third = await one.ifAlone("learn a", () => one.ifAlone("learn b", () => one.ifAlone("learn c", async () => 3, "background"), "background"), "background"); // prettier-ignore
    expect(third).toMatchObject({ result: { result: { type: "busy" } } });
    const index = () => one.ifAlone("index", () => one.ifAlone("golden", async () => 4), "own");
    const fourth = await one.ifAlone("learn a", () => one.ifAlone("learn b", index, "background"), "background");
    expect(fourth).toMatchObject({ result: { result: { result: { type: "done", result: 4 } } } });
    const full = await one.ifAlone("a", () => one.ifAlone("b", () => one.ifAlone("c", index)));
    expect(full).toMatchObject({ result: { result: { result: { type: "done", result: { type: "busy" } } } } });
  });

  it("is at most three things at once in one process", async () => {
    const fourth = await one.ifAlone("a", () => one.ifAlone("b", () => one.ifAlone("c", () => one.ifAlone("d", async () => 4))));
    expect(fourth).toMatchObject({ result: { result: { result: { type: "busy" } } } });
  });
});
