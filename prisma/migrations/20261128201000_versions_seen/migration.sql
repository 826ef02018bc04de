-- What a seat's form and a clerk's desk showed, so that nobody writes over what a colleague did after the page was read.
-- The screening counts apart from the nomination: a box ticked by a clerk is no news to the team that deposited the file.
ALTER TABLE "seat" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "nomination" ADD COLUMN "screening_version" INTEGER NOT NULL DEFAULT 1;
