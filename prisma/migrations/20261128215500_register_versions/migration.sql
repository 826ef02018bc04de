-- What a line of the register showed, so that nobody settles a body or a mandate that a colleague settled meanwhile.
ALTER TABLE "administration" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "mandate" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
