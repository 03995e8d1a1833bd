-- Checks the bound of the table, while rows are read and written: only by a bound that is checked can it become a part without being read again.
ALTER TABLE "declarations" VALIDATE CONSTRAINT "declarations_until";
