-- CreateTable
CREATE TABLE "GoldenQuestion" (
    "storeId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "gold" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "GoldenQuestion_pkey" PRIMARY KEY ("storeId","id")
);

-- AddForeignKey
ALTER TABLE "GoldenQuestion" ADD CONSTRAINT "GoldenQuestion_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
