-- AlterTable
ALTER TABLE "Store" ADD COLUMN "guard" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "Phrase" (
    "id" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,
    "userId" TEXT NOT NULL DEFAULT '',
    "shortcut" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedBy" TEXT NOT NULL,

    CONSTRAINT "Phrase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SuggestionOutcome" (
    "storeId" TEXT NOT NULL,
    "incomingId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "outcome" TEXT NOT NULL,
    "text" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "userId" TEXT NOT NULL,

    CONSTRAINT "SuggestionOutcome_pkey" PRIMARY KEY ("storeId","incomingId","articleId")
);

-- CreateTable
CREATE TABLE "Reveal" (
    "id" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "userId" TEXT NOT NULL,
    "userName" TEXT NOT NULL,

    CONSTRAINT "Reveal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Phrase_storeId_userId_shortcut_key" ON "Phrase"("storeId", "userId", "shortcut");

-- CreateIndex
CREATE INDEX "Phrase_userId_idx" ON "Phrase"("userId");

-- CreateIndex
CREATE INDEX "SuggestionOutcome_storeId_articleId_at_idx" ON "SuggestionOutcome"("storeId", "articleId", "at");

-- CreateIndex
CREATE INDEX "Reveal_storeId_at_idx" ON "Reveal"("storeId", "at");

-- AddForeignKey
ALTER TABLE "Phrase" ADD CONSTRAINT "Phrase_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SuggestionOutcome" ADD CONSTRAINT "SuggestionOutcome_storeId_conversationId_fkey" FOREIGN KEY ("storeId", "conversationId") REFERENCES "Conversation"("storeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reveal" ADD CONSTRAINT "Reveal_storeId_conversationId_fkey" FOREIGN KEY ("storeId", "conversationId") REFERENCES "Conversation"("storeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
