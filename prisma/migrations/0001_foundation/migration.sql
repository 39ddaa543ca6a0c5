-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Store" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "platform" TEXT NOT NULL DEFAULT 'web',
    "timezone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "languages" TEXT[] DEFAULT ARRAY['zh-CN', 'en']::TEXT[],
    "greeting" JSONB NOT NULL DEFAULT '{}',
    "texts" JSONB NOT NULL DEFAULT '{}',
    "quickChoices" JSONB NOT NULL DEFAULT '[]',
    "thresholds" JSONB NOT NULL DEFAULT '{}',
    "closeAfterSilenceMs" INTEGER NOT NULL DEFAULT 7200000,
    "allowedOrigins" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "identitySecret" TEXT,
    "identityRequired" BOOLEAN NOT NULL DEFAULT false,
    "knowledgeVersion" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Store_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlaceBinding" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "side" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlaceBinding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lane" (
    "id" TEXT NOT NULL,
    "storeId" TEXT,
    "seq" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Lane_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Incoming" (
    "id" TEXT NOT NULL,
    "laneId" TEXT NOT NULL,
    "storeId" TEXT,
    "n" BIGSERIAL NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "handledAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "parkedAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "Incoming_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,
    "laneId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT,
    "verifiedId" TEXT,
    "status" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "language" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastShopperAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "previousId" TEXT,
    "agentId" TEXT,
    "agentName" TEXT,
    "previousAgentId" TEXT,
    "previousAgentName" TEXT,
    "choices" JSONB NOT NULL DEFAULT '[]',
    "skill" TEXT,
    "phase" TEXT,
    "urgency" TEXT NOT NULL DEFAULT 'normal',
    "waitingSince" TIMESTAMPTZ(3),
    "misses" INTEGER NOT NULL DEFAULT 0,
    "rating" INTEGER,
    "ratingComment" TEXT,

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "laneId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "authorId" TEXT,
    "authorName" TEXT,
    "body" JSONB NOT NULL,
    "internal" BOOLEAN NOT NULL DEFAULT false,
    "epoch" INTEGER NOT NULL,
    "incomingId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("laneId","seq")
);

-- CreateTable
CREATE TABLE "Decision" (
    "incomingId" TEXT NOT NULL,
    "laneId" TEXT NOT NULL,
    "storeId" TEXT,
    "conversationId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rule" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "effects" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("incomingId")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,
    "laneId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "n" BIGSERIAL NOT NULL,
    "message" JSONB NOT NULL,
    "epoch" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "outcome" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Timer" (
    "kind" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "laneId" TEXT NOT NULL,
    "storeId" TEXT,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Timer_pkey" PRIMARY KEY ("kind","thing")
);

-- CreateTable
CREATE TABLE "Escalation" (
    "id" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "laneId" TEXT NOT NULL,
    "skill" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "agentId" TEXT,
    "agentName" TEXT,
    "previousAgentId" TEXT,
    "waitingSince" TIMESTAMPTZ(3) NOT NULL,
    "assignedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "told" TEXT,
    "promisedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Escalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Article" (
    "storeId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "alternatives" TEXT[],
    "answer" TEXT NOT NULL,
    "validFrom" TIMESTAMPTZ(3),
    "validUntil" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL DEFAULT 'active',
    "version" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedBy" TEXT NOT NULL,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("storeId","id")
);

-- CreateTable
CREATE TABLE "ArticleVersion" (
    "storeId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "change" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,
    "why" TEXT,

    CONSTRAINT "ArticleVersion_pkey" PRIMARY KEY ("storeId","articleId","version")
);

-- CreateTable
CREATE TABLE "Desk" (
    "id" TEXT NOT NULL,
    "timezone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "supervisorOnCallId" TEXT,
    "acceptAtOnce" BOOLEAN NOT NULL DEFAULT false,
    "rosterVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Desk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Agent" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "employer" TEXT NOT NULL DEFAULT 'vendor',
    "skills" TEXT[],
    "levels" JSONB NOT NULL DEFAULT '{}',
    "languages" TEXT[] DEFAULT ARRAY['zh']::TEXT[],
    "capacity" INTEGER NOT NULL DEFAULT 5,
    "timezone" TEXT,
    "status" TEXT NOT NULL DEFAULT 'ready',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "lastAssignedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Agent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgentStore" (
    "agentId" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,

    CONSTRAINT "AgentStore_pkey" PRIMARY KEY ("agentId","storeId")
);

-- CreateTable
CREATE TABLE "Shift" (
    "id" TEXT NOT NULL,
    "agentId" TEXT NOT NULL,
    "days" TEXT[],
    "start" TEXT NOT NULL,
    "end" TEXT NOT NULL,

    CONSTRAINT "Shift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Holiday" (
    "date" TEXT NOT NULL,

    CONSTRAINT "Holiday_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "Workday" (
    "date" TEXT NOT NULL,
    "as" TEXT NOT NULL,

    CONSTRAINT "Workday_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "HolidayDuty" (
    "id" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "agentId" TEXT NOT NULL,
    "start" TEXT NOT NULL,
    "end" TEXT NOT NULL,

    CONSTRAINT "HolidayDuty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Visitor" (
    "id" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "verifiedId" TEXT,
    "name" TEXT,
    "language" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Visitor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,
    "visitorId" TEXT,
    "userId" TEXT,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FileContent" (
    "id" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "FileContent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "role" TEXT NOT NULL DEFAULT 'agent',
    "agentId" TEXT,
    "disabled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UserStore" (
    "userId" TEXT NOT NULL,
    "storeId" TEXT NOT NULL,

    CONSTRAINT "UserStore_pkey" PRIMARY KEY ("userId","storeId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "SignInTry" (
    "key" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInTry_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Store_key_key" ON "Store"("key");

-- CreateIndex
CREATE UNIQUE INDEX "PlaceBinding_channel_room_storeId_purpose_key" ON "PlaceBinding"("channel", "room", "storeId", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "Incoming_n_key" ON "Incoming"("n");

-- CreateIndex
CREATE INDEX "Incoming_laneId_n_idx" ON "Incoming"("laneId", "n");

-- CreateIndex
CREATE INDEX "Incoming_storeId_parkedAt_idx" ON "Incoming"("storeId", "parkedAt");

-- CreateIndex
CREATE INDEX "Conversation_laneId_openedAt_idx" ON "Conversation"("laneId", "openedAt");

-- CreateIndex
CREATE INDEX "Conversation_storeId_status_lastShopperAt_idx" ON "Conversation"("storeId", "status", "lastShopperAt");

-- CreateIndex
CREATE INDEX "Conversation_agentId_status_idx" ON "Conversation"("agentId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_storeId_id_key" ON "Conversation"("storeId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Message_id_key" ON "Message"("id");

-- CreateIndex
CREATE INDEX "Message_storeId_conversationId_idx" ON "Message"("storeId", "conversationId");

-- CreateIndex
CREATE INDEX "Decision_conversationId_at_idx" ON "Decision"("conversationId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Outbox_n_key" ON "Outbox"("n");

-- CreateIndex
CREATE INDEX "Outbox_state_channel_room_n_idx" ON "Outbox"("state", "channel", "room", "n");

-- CreateIndex
CREATE INDEX "Outbox_storeId_conversationId_idx" ON "Outbox"("storeId", "conversationId");

-- CreateIndex
CREATE INDEX "Timer_dueAt_idx" ON "Timer"("dueAt");

-- CreateIndex
CREATE INDEX "Escalation_state_waitingSince_idx" ON "Escalation"("state", "waitingSince");

-- CreateIndex
CREATE INDEX "Escalation_agentId_state_idx" ON "Escalation"("agentId", "state");

-- CreateIndex
CREATE INDEX "Escalation_storeId_conversationId_idx" ON "Escalation"("storeId", "conversationId");

-- CreateIndex
CREATE INDEX "Shift_agentId_idx" ON "Shift"("agentId");

-- CreateIndex
CREATE INDEX "HolidayDuty_date_idx" ON "HolidayDuty"("date");

-- CreateIndex
CREATE UNIQUE INDEX "Visitor_tokenHash_key" ON "Visitor"("tokenHash");

-- CreateIndex
CREATE INDEX "Visitor_expiresAt_idx" ON "Visitor"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Visitor_storeId_id_key" ON "Visitor"("storeId", "id");

-- CreateIndex
CREATE INDEX "Upload_storeId_visitorId_idx" ON "Upload"("storeId", "visitorId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_agentId_key" ON "User"("agentId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- AddForeignKey
ALTER TABLE "PlaceBinding" ADD CONSTRAINT "PlaceBinding_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incoming" ADD CONSTRAINT "Incoming_laneId_fkey" FOREIGN KEY ("laneId") REFERENCES "Lane"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_storeId_conversationId_fkey" FOREIGN KEY ("storeId", "conversationId") REFERENCES "Conversation"("storeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_storeId_conversationId_fkey" FOREIGN KEY ("storeId", "conversationId") REFERENCES "Conversation"("storeId", "id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_storeId_conversationId_fkey" FOREIGN KEY ("storeId", "conversationId") REFERENCES "Conversation"("storeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleVersion" ADD CONSTRAINT "ArticleVersion_storeId_articleId_fkey" FOREIGN KEY ("storeId", "articleId") REFERENCES "Article"("storeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgentStore" ADD CONSTRAINT "AgentStore_agentId_fkey" FOREIGN KEY ("agentId") REFERENCES "Agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgentStore" ADD CONSTRAINT "AgentStore_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Shift" ADD CONSTRAINT "Shift_agentId_fkey" FOREIGN KEY ("agentId") REFERENCES "Agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visitor" ADD CONSTRAINT "Visitor_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_storeId_visitorId_fkey" FOREIGN KEY ("storeId", "visitorId") REFERENCES "Visitor"("storeId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserStore" ADD CONSTRAINT "UserStore_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserStore" ADD CONSTRAINT "UserStore_storeId_fkey" FOREIGN KEY ("storeId") REFERENCES "Store"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema language cannot say: small indexes for the sweeps, and one open conversation per lane.
CREATE INDEX "Incoming_unhandled" ON "Incoming"("laneId") WHERE "handledAt" IS NULL AND "parkedAt" IS NULL;
CREATE INDEX "Outbox_open" ON "Outbox"("channel", "room", "n") WHERE "state" IN ('queued', 'sending');
CREATE INDEX "Escalation_open" ON "Escalation"("waitingSince") WHERE "state" <> 'ended';
CREATE UNIQUE INDEX "Conversation_open" ON "Conversation"("laneId") WHERE "closedAt" IS NULL;
CREATE INDEX "Incoming_parked" ON "Incoming"("parkedAt") WHERE "parkedAt" IS NOT NULL;
