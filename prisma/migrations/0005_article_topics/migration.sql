-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "topics" JSONB;
