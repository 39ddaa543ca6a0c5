-- CreateTable
CREATE TABLE "LearningRun" (
    "storeId" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedBy" TEXT NOT NULL,
    "beatAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "failed" BOOLEAN NOT NULL DEFAULT false,
    "conversations" INTEGER NOT NULL DEFAULT 0,
    "questions" INTEGER NOT NULL DEFAULT 0,
    "proposed" INTEGER NOT NULL DEFAULT 0,
    "left" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "LearningRun_pkey" PRIMARY KEY ("storeId")
);

-- AddForeignKey
ALTER TABLE "LearningRun" ADD CONSTRAINT "LearningRun_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
