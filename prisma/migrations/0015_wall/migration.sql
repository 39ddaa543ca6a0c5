-- Since when an agent's status is what it is, and the hand-overs of a day found by store and time.
ALTER TABLE "Agent" ADD COLUMN "statusSince" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Escalation_storeId_waitingSince_idx" ON "Escalation"("storeId", "waitingSince");
