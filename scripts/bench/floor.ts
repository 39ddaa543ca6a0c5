// The floor: express and node-nlp, one process, nothing stored. What any program of this kind must spend.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import express, { type Response } from "express";

const require = createRequire(import.meta.url);
const { NlpManager } = require("node-nlp");
const [questionsFile = "", port = "0"] = process.argv.slice(2);
const known: readonly { readonly id: string; readonly phrasings: readonly string[]; readonly answer: string }[] = JSON.parse(
  readFileSync(questionsFile, "utf8"),
);

const manager = new NlpManager({ languages: ["zh"], forceNER: false, nlu: { log: false }, autoSave: false, autoLoad: false });
for (const { id, phrasings, answer } of known) {
  for (const phrasing of phrasings) manager.addDocument("zh", phrasing, id);
  manager.addAnswer("zh", id, answer);
}
await manager.train();

const app = express();
const streams = new Map<string, Response>();
let visitors = 0;
app.use(express.json());
app.post("/api/widget/sessions", (_request, response) => void response.status(201).json({ token: `visitor-${(visitors += 1)}` }));
app.get("/api/widget/events", (request, response) => {
  streams.set(tokenOf(request.get("authorization")), response);
  response.writeHead(200, { "content-type": "text/event-stream" }).write('event: state\ndata: {"status":"bot"}\n\n');
});
app.post("/api/widget/messages", async (request, response) => {
  const { clientId, text } = request.body;
  response.status(202).json({ clientId, state: "stored" });
  const stream = streams.get(tokenOf(request.get("authorization")));
  const read = await manager.process("zh", text);
  stream?.write(
    frame({ clientId, author: { type: "shopper" }, text }) + frame({ author: { type: "bot" }, text: read.answer ?? "抱歉" }),
  );
});
app.get("/readyz", (_request, response) => void response.json({}));
app.listen(Number(port), "127.0.0.1");

function tokenOf(header: string | undefined): string {
  return header?.slice("Bearer ".length) ?? "";
}

function frame(message: object): string {
  return `event: message\ndata: ${JSON.stringify(message)}\n\n`;
}
