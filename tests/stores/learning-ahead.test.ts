import { afterEach, beforeEach, expect, it } from "vitest";
import { storeId, type StoreId } from "../../src/core/ids.ts";
import type { Database } from "../../src/infra/database.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { furnish, messageFrom, plainUnderstanding, worldOn, type World } from "../support/worlds.ts";

const [A, B, C] = [storeId("a"), storeId("b"), storeId("c")];

describeOnEachDatabase("After a start", (database) => {
  let db: Database;
  let world: World;
  let begun: StoreId[] = [];
  let learnt: Promise<void> = Promise.resolve();
  let release = (): void => undefined;
  let fails: StoreId | undefined;

  beforeEach(async () => {
    db = await database.open();
    for (const store of [A, B, C]) await furnish(db, { store });
    world = await worldOn(db, []);
    await world.spine.submit(messageFrom("ann", "多久发货", { store: C }));
    await world.spine.idle();
    await world.spine.stop();
    [begun, fails, learnt] = [[], undefined, new Promise((resolve) => (release = resolve))];
    const learn = (store: StoreId): Promise<void> => {
      begun.push(store);
      return store === fails ? Promise.reject(new Error("it broke")) : learnt;
    };
    world = await worldOn(db, [], { ...plainUnderstanding(), learn });
  });
  afterEach(() => world.spine.stop());

  const until = async (count: number): Promise<void> => {
    while (begun.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
  };

  it("stores are learned one after the other, the one that was asked last first", async () => {
    world.spine.learnAhead();
    await until(1);
    expect(begun).toEqual([C]);
    release();
    await until(3);
    expect(begun).toEqual([C, A, B]);
  });

  it("a store that somebody asks is learned at once, and only once", async () => {
    world.spine.learnAhead();
    await until(1);
    const asked = messageFrom("bob", "多久发货", { store: B });
    await world.spine.submit(asked);
    await until(2);
    expect(begun).toEqual([C, B]);
    release();
    expect(await world.spine.settled(asked.id)).toMatchObject({ rule: "desk/answer" });
    await until(3);
    expect(begun).toEqual([C, B, A]);
  });

  it("one store that cannot be learned keeps no other from it", async () => {
    fails = C;
    release();
    world.spine.learnAhead();
    await until(3);
    expect(begun).toEqual([C, A, B]);
  });

  it("no further store is begun once the desk stops", async () => {
    world.spine.learnAhead();
    await until(1);
    await world.spine.stop();
    release();
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(begun).toEqual([C]);
  });
});
