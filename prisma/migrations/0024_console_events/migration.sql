-- What consoles are told, numbered in the order of commits, so that one that was cut off hears exactly what it missed.
CREATE TABLE "ConsoleEvent" (
    "n" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "storeId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "agentId" TEXT,
    "isStateChanged" BOOLEAN NOT NULL,

    CONSTRAINT "ConsoleEvent_pkey" PRIMARY KEY ("n")
);

-- The newest decision that is known to name a snapshot: each night looks through what came since the last one.
ALTER TABLE "Snapshot" ADD COLUMN "namedUntil" TIMESTAMPTZ(3);

-- Routing's decisions are kept for a time; those that are past it are found without reading all the others.
CREATE INDEX "Decision_desk_at" ON "Decision" ("at") WHERE "laneId" = 'desk';
