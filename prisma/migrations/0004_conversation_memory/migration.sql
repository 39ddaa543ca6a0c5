-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "memory" JSONB NOT NULL DEFAULT '{}';
