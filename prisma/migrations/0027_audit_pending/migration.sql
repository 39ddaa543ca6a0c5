-- CreateTable
CREATE TABLE "AuditPending" (
    "id" TEXT NOT NULL,
    "entry" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditPending_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AuditPending_at_idx" ON "AuditPending"("at");
