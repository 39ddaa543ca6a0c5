-- Offers that lapse, hand-overs at the end of a shift, reply clocks, and what people of the desk are alerted to.
ALTER TABLE "Escalation" ADD COLUMN "offeredAt" TIMESTAMPTZ(3);
ALTER TABLE "Escalation" ADD COLUMN "dueAt" TIMESTAMPTZ(3);
ALTER TABLE "Escalation" ADD COLUMN "declined" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "Escalation" ADD COLUMN "takenOffShift" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Escalation" ADD COLUMN "handOverFor" TIMESTAMPTZ(3);
ALTER TABLE "Escalation" ADD COLUMN "leftAt" TIMESTAMPTZ(3);

ALTER TABLE "Conversation" ADD COLUMN "agentLeftAt" TIMESTAMPTZ(3);
ALTER TABLE "Conversation" ADD COLUMN "clock" JSONB;

ALTER TABLE "Agent" ADD COLUMN "missedOffers" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Agent" ADD COLUMN "seenAt" TIMESTAMPTZ(3);
ALTER TABLE "Agent" ADD COLUMN "absent" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Desk" ADD COLUMN "waits" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "Store" ADD COLUMN "replyLimits" JSONB NOT NULL DEFAULT '{}';

-- What is offered already lapses from now on.
UPDATE "Escalation" SET "offeredAt" = now() WHERE "state" = 'offered';
UPDATE "Timer" SET "kind" = 'desk-look' WHERE "kind" = 'roster-change';

-- CreateTable
CREATE TABLE "Alert" (
    "id" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,
    "conversationId" TEXT,
    "agentId" TEXT,
    "code" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3),
    "seenBy" TEXT,

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Alert_storeId_seenAt_at_idx" ON "Alert"("storeId", "seenAt", "at");

-- CreateIndex
CREATE INDEX "Alert_agentId_seenAt_idx" ON "Alert"("agentId", "seenAt");

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_storeId_conversationId_fkey" FOREIGN KEY ("storeId", "conversationId") REFERENCES "Conversation"("storeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
