-- CreateTable
CREATE TABLE "AnsweringChange" (
    "storeId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "change" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "AnsweringChange_pkey" PRIMARY KEY ("storeId","version")
);

-- AddForeignKey
ALTER TABLE "AnsweringChange" ADD CONSTRAINT "AnsweringChange_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
