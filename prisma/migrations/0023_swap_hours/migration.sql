-- What a colleague said yes to when they accepted a swap: changed hours are not approved.
ALTER TABLE "ShiftSwap" ADD COLUMN "hours" TEXT;
