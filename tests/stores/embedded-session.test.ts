import { expect, it } from "vitest";
import { describeOnEmbedded } from "../support/databases.ts";

describeOnEmbedded("The embedded database", (database) => {
  it("gives each query its own answer, also after one that failed", async () => {
    const { pool } = await database.open();
    const ask = async (n: number): Promise<number | undefined> => {
      const { rows } = await pool.query<{ n: number }>({ text: "SELECT $1::int AS n", values: [n] });
      return rows[0]?.n;
    };
    const odd = { text: "SELECT $1::jsonb", values: [JSON.stringify("\u0000")] };
    await expect(pool.query(odd)).rejects.toThrow("Unicode");
    const answers: (number | undefined)[] = [];
    for (let n = 1; n <= 5; n += 1) answers.push(await ask(n));

    expect(answers).toEqual([1, 2, 3, 4, 5]);
  });
});
