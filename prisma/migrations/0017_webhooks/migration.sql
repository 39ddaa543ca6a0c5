-- Addresses outside that are told what happens, and what is sent to them.
CREATE TABLE "Webhook" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "url" TEXT NOT NULL,
  "stores" TEXT[],
  "kinds" TEXT[],
  "secret" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "createdBy" TEXT NOT NULL,
  "offAt" TIMESTAMPTZ(3),
  "offBecause" TEXT,
  "failingSince" TIMESTAMPTZ(3),
  "failures" INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE "WebhookDelivery" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "webhookId" TEXT NOT NULL REFERENCES "Webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "eventId" TEXT NOT NULL,
  "storeId" TEXT,
  "kind" TEXT NOT NULL,
  "payload" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "tries" INTEGER NOT NULL DEFAULT 0,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "nextTryAt" TIMESTAMPTZ(3),
  "triedAt" TIMESTAMPTZ(3),
  "status" INTEGER,
  "answer" TEXT,
  "fault" TEXT,
  "ms" INTEGER
);

CREATE INDEX "WebhookDelivery_webhookId_createdAt_idx" ON "WebhookDelivery"("webhookId", "createdAt");
CREATE INDEX "WebhookDelivery_state_nextTryAt_idx" ON "WebhookDelivery"("state", "nextTryAt");
