-- AlterTable
ALTER TABLE "Store" ADD COLUMN "requests" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "Request" (
    "id" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sumFen" INTEGER,
    "words" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedByUserId" TEXT NOT NULL,
    "askedByName" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "deciders" TEXT[],
    "state" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,
    "decidedByName" TEXT,
    "decidedAs" TEXT,
    "grantedFen" INTEGER,
    "reason" TEXT,

    CONSTRAINT "Request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Request_storeId_conversationId_idx" ON "Request"("storeId", "conversationId");

-- CreateIndex
CREATE INDEX "Request_storeId_state_askedAt_idx" ON "Request"("storeId", "state", "askedAt");

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_storeId_conversationId_fkey" FOREIGN KEY ("storeId", "conversationId") REFERENCES "Conversation"("storeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
