-- AlterTable
ALTER TABLE "Visitor" ADD COLUMN "gotSeq" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Visitor" ADD COLUMN "readSeq" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "SearchLine" (
    "laneId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "storeId" TEXT NOT NULL,
    "grams" INTEGER[] DEFAULT ARRAY[]::INTEGER[],

    CONSTRAINT "SearchLine_pkey" PRIMARY KEY ("laneId","seq")
);

-- CreateTable
CREATE TABLE "SearchMark" (
    "laneId" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "names" TEXT NOT NULL,
    "grams" INTEGER[] DEFAULT ARRAY[]::INTEGER[],

    CONSTRAINT "SearchMark_pkey" PRIMARY KEY ("laneId")
);

-- CreateIndex: what is added to it waits nowhere, so that no search and no line has to tidy up for others.
CREATE INDEX "SearchLine_grams_idx" ON "SearchLine" USING gin ("grams") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "SearchMark_grams_idx" ON "SearchMark" USING gin ("grams") WITH (fastupdate = off);

-- CreateIndex: what the same person talked about before. In a browser the lane says it; only few have proven who they are.
CREATE INDEX "Conversation_person" ON "Conversation"("personId", "channel") WHERE "channel" <> 'web';

-- CreateIndex
CREATE INDEX "Conversation_verified" ON "Conversation"("storeId", "verifiedId") WHERE "verifiedId" IS NOT NULL;

-- AddForeignKey
ALTER TABLE "SearchLine" ADD CONSTRAINT "SearchLine_laneId_seq_fkey" FOREIGN KEY ("laneId", "seq") REFERENCES "Message"("laneId", "seq") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SearchMark" ADD CONSTRAINT "SearchMark_laneId_fkey" FOREIGN KEY ("laneId") REFERENCES "Lane"("id") ON DELETE CASCADE ON UPDATE CASCADE;
