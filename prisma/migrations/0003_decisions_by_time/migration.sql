-- What moved since a moment is looked for after a listening connection was away (src/pipeline/notify.ts); rows come in order of time.
CREATE INDEX "Decision_at" ON "Decision" USING brin ("at");
