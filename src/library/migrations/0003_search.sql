CREATE TABLE "search_change" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"paper_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_document" (
	"paper_id" text collate "C" PRIMARY KEY NOT NULL,
	"day" text collate "C" NOT NULL,
	"title_length" smallint NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_change_paper" ON "search_change" USING btree ("paper_id");--> statement-breakpoint
CREATE INDEX "search_document_words" ON "search_document" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_document_day" ON "search_document" USING btree ("day","paper_id");--> statement-breakpoint
-- How often each of the 2,000 commonest words occurs is what search plans by.
ALTER TABLE "search_document" ALTER COLUMN "words" SET STATISTICS 200;--> statement-breakpoint
-- Beside its paper's id, not in a table of its own: to rank a paper is then to read one page and not three.
ALTER TABLE "search_document" ALTER COLUMN "words" SET STORAGE MAIN;--> statement-breakpoint
-- What a library holds already is to be indexed.
INSERT INTO "search_change" ("paper_id") SELECT "id" FROM "paper";
