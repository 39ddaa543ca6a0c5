import { z } from "zod";
import type { CatalogIntent } from "../catalog.ts";
import { createNlpEngine } from "../node-nlp.ts";
import { normalise } from "../normalise.ts";

/** The part of node-nlp's export that is needed to serve; the rest (training sentences, reverse indexes) is left out. */
const exported = z.looseObject({
  nluManager: z.looseObject({
    domainManagers: z.record(
      z.string(),
      z.looseObject({
        domains: z.record(
          z.string(),
          z.looseObject({ neuralNetwork: z.looseObject({ perceptrons: z.array(z.array(z.number())) }) }),
        ),
      }),
    ),
  }),
});

/** One of so many phrasings of a shop intent is background for the acts. */
const SHOP_SHARE = 5;

/** Trains node-nlp on the acts against everything else shoppers say; returns its export, made small. */
export async function trainFrontDoor(intents: readonly CatalogIntent[]): Promise<object> {
  const engine = createNlpEngine();
  for (const intent of intents) {
    const label = intent.kind === "act" ? intent.id : intent.kind;
    const taken = intent.kind === "shop" ? sample : (texts: readonly string[]) => texts;
    for (const text of taken([...intent.zh, ...intent.zhTW])) engine.addDocument("zh", normalise(text).whole, label);
    for (const text of taken(intent.en)) engine.addDocument("en", normalise(text).whole, label);
  }
  await engine.train();
  return slim(engine.toJSON());
}

/** Fifty shop intents against five acts: all of their phrasings would leave the acts no say. */
function sample(texts: readonly string[]): readonly string[] {
  return texts.filter((_, at) => at % SHOP_SHARE === 0);
}

function slim(json: object): object {
  const model = exported.parse(JSON.parse(JSON.stringify(json)));
  for (const manager of Object.values(model.nluManager.domainManagers)) {
    Object.assign(manager, { sentences: [], stemDict: {} });
    for (const domain of Object.values(manager.domains)) {
      Object.assign(domain, { featuresToIntent: {} });
      const network = domain.neuralNetwork;
      network.perceptrons = network.perceptrons.map((weights) => weights.map((weight) => Number(weight.toFixed(3))));
    }
  }
  return model;
}
