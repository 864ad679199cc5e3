CREATE TABLE "evidence" (
	"brief_id" integer NOT NULL,
	"field" text NOT NULL,
	"place" integer NOT NULL,
	"statement" text NOT NULL,
	"sentences" jsonb NOT NULL,
	CONSTRAINT "evidence_brief_id_field_place_pk" PRIMARY KEY("brief_id","field","place")
);
--> statement-breakpoint
CREATE TABLE "term" (
	"id" serial PRIMARY KEY NOT NULL,
	"language" text NOT NULL,
	"edition" text,
	"source" text NOT NULL,
	"target" text NOT NULL,
	"abbreviation" text,
	"keep" boolean DEFAULT false NOT NULL,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "term_identity" UNIQUE NULLS NOT DISTINCT("language","edition","source")
);
--> statement-breakpoint
ALTER TABLE "brief" ADD COLUMN "basis" text DEFAULT 'abstract' NOT NULL;--> statement-breakpoint
ALTER TABLE "brief" ADD COLUMN "basis_reason" text;--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "section" text;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "history" jsonb;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "deleted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_brief_id_brief_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."brief"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "model_call_created" ON "model_call" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "paper_version_title" ON "paper_version" USING btree (md5(regexp_replace(lower("title"), '[^[:alnum:]]+', '', 'g')));--> statement-breakpoint
ALTER TABLE "model_call" DROP COLUMN "reason";