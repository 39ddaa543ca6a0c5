-- CreateTable
CREATE TABLE "DayPlan" (
    "agentId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "hours" JSONB NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "DayPlan_pkey" PRIMARY KEY ("agentId","date")
);

-- CreateTable
CREATE TABLE "Leave" (
    "id" TEXT NOT NULL,
    "agentId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "askedBy" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,

    CONSTRAINT "Leave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShiftSwap" (
    "id" TEXT NOT NULL,
    "agentId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "withId" TEXT NOT NULL,
    "withDate" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,

    CONSTRAINT "ShiftSwap_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DayPlan_date_idx" ON "DayPlan"("date");

-- CreateIndex
CREATE INDEX "Leave_agentId_until_idx" ON "Leave"("agentId", "until");

-- CreateIndex
CREATE INDEX "Leave_state_from_idx" ON "Leave"("state", "from");

-- CreateIndex
CREATE INDEX "ShiftSwap_agentId_state_idx" ON "ShiftSwap"("agentId", "state");

-- CreateIndex
CREATE INDEX "ShiftSwap_withId_state_idx" ON "ShiftSwap"("withId", "state");

-- CreateIndex
CREATE INDEX "ShiftSwap_state_date_idx" ON "ShiftSwap"("state", "date");

-- AddForeignKey
ALTER TABLE "DayPlan" ADD CONSTRAINT "DayPlan_agentId_fkey" FOREIGN KEY ("agentId") REFERENCES "Agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Leave" ADD CONSTRAINT "Leave_agentId_fkey" FOREIGN KEY ("agentId") REFERENCES "Agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShiftSwap" ADD CONSTRAINT "ShiftSwap_agentId_fkey" FOREIGN KEY ("agentId") REFERENCES "Agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShiftSwap" ADD CONSTRAINT "ShiftSwap_withId_fkey" FOREIGN KEY ("withId") REFERENCES "Agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
