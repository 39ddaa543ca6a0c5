-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "articleId" TEXT,
    "baseVersion" INTEGER,
    "content" JSONB NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '[]',
    "origin" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdByName" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "decidedByName" TEXT,
    "decisionNote" TEXT,
    "articleVersion" INTEGER,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Proposal_storeId_status_createdAt_idx" ON "Proposal"("storeId", "status", "createdAt");

-- CreateIndex
CREATE INDEX "Proposal_createdBy_status_idx" ON "Proposal"("createdBy", "status");

-- CreateIndex
CREATE INDEX "Conversation_storeId_openedAt_idx" ON "Conversation"("storeId", "openedAt");

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_storeId_articleId_fkey" FOREIGN KEY ("storeId", "articleId") REFERENCES "Article"("storeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
