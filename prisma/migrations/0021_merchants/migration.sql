-- Merchants who decide about their store's knowledge; and breaches of a day found by store and time.
ALTER TABLE "UserStore" ADD COLUMN "approver" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "Alert_storeId_at_idx" ON "Alert"("storeId", "at");
