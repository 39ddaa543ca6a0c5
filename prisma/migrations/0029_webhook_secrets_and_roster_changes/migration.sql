-- The secret before the present one, which signs beside it until the receivers know the new one.
ALTER TABLE "Webhook" ADD COLUMN "earlierSecret" TEXT;
ALTER TABLE "Webhook" ADD COLUMN "earlierUntil" TIMESTAMPTZ(3);

-- What people changed in the roster, with what takes it back.
CREATE TABLE "RosterChange" (
    "id" TEXT NOT NULL,
    "n" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "told" JSONB NOT NULL,
    "back" JSONB NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3),
    "takenBackBy" TEXT,

    CONSTRAINT "RosterChange_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "RosterChange_by_at_idx" ON "RosterChange"("by", "at");
CREATE INDEX "RosterChange_kind_at_idx" ON "RosterChange"("kind", "at");
