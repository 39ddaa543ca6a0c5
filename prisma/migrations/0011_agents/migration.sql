-- AlterTable
ALTER TABLE "Desk" ADD COLUMN     "routing" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Agent" ADD COLUMN     "compensationLimitFen" INTEGER,
ADD COLUMN     "employedFrom" TEXT,
ADD COLUMN     "employedUntil" TEXT,
ADD COLUMN     "traineeDailyLimit" INTEGER,
ADD COLUMN     "traineeStage" TEXT;

-- CreateTable
CREATE TABLE "StoreRefusal" (
    "agentId" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,

    CONSTRAINT "StoreRefusal_pkey" PRIMARY KEY ("agentId","storeId")
);

-- CreateIndex
CREATE INDEX "Escalation_agentId_assignedAt_idx" ON "Escalation"("agentId", "assignedAt");

-- AddForeignKey
ALTER TABLE "StoreRefusal" ADD CONSTRAINT "StoreRefusal_agentId_fkey" FOREIGN KEY ("agentId") REFERENCES "Agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoreRefusal" ADD CONSTRAINT "StoreRefusal_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
