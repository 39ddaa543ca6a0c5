-- Money that replies promised the shopper: what is promised next in the conversation is judged beside it.
ALTER TABLE "Conversation" ADD COLUMN "promises" JSONB;
