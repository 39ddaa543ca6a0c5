-- CreateTable
CREATE TABLE "SettingChange" (
    "topic" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "storeId" TEXT,
    "change" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "SettingChange_pkey" PRIMARY KEY ("topic","place","version")
);

-- AddForeignKey
ALTER TABLE "SettingChange" ADD CONSTRAINT "SettingChange_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE SET NULL ON UPDATE CASCADE;
