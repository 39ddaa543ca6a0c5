-- What the desk decided about a conversation is found without reading all that came after it, and so is what nobody has seen yet.
CREATE INDEX "Incoming_desk_conversation" ON "Incoming" (("payload"->>'conversationId')) WHERE "laneId" = 'desk';
CREATE INDEX "Alert_unseen" ON "Alert" ("storeId", "agentId") WHERE "seenAt" IS NULL;
