-- CreateTable
CREATE TABLE "SignInTry" (
    "key" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInTry_pkey" PRIMARY KEY ("key")
);
