CREATE TABLE "brief" (
	"id" serial PRIMARY KEY NOT NULL,
	"paper_id" text NOT NULL,
	"version" integer NOT NULL,
	"form" text NOT NULL,
	"language" text NOT NULL,
	"engine" text NOT NULL,
	"model" text,
	"recipe" text NOT NULL,
	"source" text NOT NULL,
	"attempt" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"reason" text,
	"outcome" text,
	"run_id" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brief_identity" UNIQUE("paper_id","version","form","language","recipe","engine","attempt")
);
--> statement-breakpoint
CREATE TABLE "digest_entry" (
	"digest_id" integer NOT NULL,
	"place" integer NOT NULL,
	"paper_id" text NOT NULL,
	"brief_id" integer NOT NULL,
	"fallback_reason" text,
	CONSTRAINT "digest_entry_digest_id_place_pk" PRIMARY KEY("digest_id","place")
);
--> statement-breakpoint
CREATE TABLE "digest" (
	"id" serial PRIMARY KEY NOT NULL,
	"edition" text NOT NULL,
	"date" date NOT NULL,
	"language" text NOT NULL,
	"layout" text NOT NULL,
	"path" text,
	"all_authors" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "digest_identity" UNIQUE("edition","date","language","layout")
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"id" serial PRIMARY KEY NOT NULL,
	"brief_id" integer NOT NULL,
	"check" text NOT NULL,
	"severity" text NOT NULL,
	"field" text,
	"message" text NOT NULL,
	"quote" text,
	"expected" text,
	CONSTRAINT "finding_severity" CHECK ("finding"."severity" in ('error', 'warning'))
);
--> statement-breakpoint
CREATE TABLE "full_text" (
	"paper_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "full_text_paper_id_version_pk" PRIMARY KEY("paper_id","version")
);
--> statement-breakpoint
CREATE TABLE "harvest" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "http_cache" (
	"url" text PRIMARY KEY NOT NULL,
	"entry" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listing" (
	"paper_id" text NOT NULL,
	"source" text NOT NULL,
	"date" date NOT NULL,
	"place" integer,
	"votes" integer,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "listing_paper_id_source_date_pk" PRIMARY KEY("paper_id","source","date")
);
--> statement-breakpoint
CREATE TABLE "model_call" (
	"id" serial PRIMARY KEY NOT NULL,
	"run_id" integer,
	"paper_id" text,
	"step" text NOT NULL,
	"engine" text NOT NULL,
	"model" text NOT NULL,
	"reason" text,
	"outcome" text NOT NULL,
	"tokens_in" integer NOT NULL,
	"tokens_out" integer NOT NULL,
	"tokens_cached" integer NOT NULL,
	"cost" double precision,
	"latency_ms" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "paper" (
	"id" text PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "paper_version" (
	"paper_id" text NOT NULL,
	"version" integer NOT NULL,
	"version_known" boolean NOT NULL,
	"title" text NOT NULL,
	"authors" jsonb NOT NULL,
	"categories" jsonb NOT NULL,
	"abstract" text NOT NULL,
	"abstract_origin" text NOT NULL,
	"comment" text,
	"published" text,
	"updated" text,
	"doi" text,
	"journal_ref" text,
	"license" text,
	"links" jsonb NOT NULL,
	"withdrawn" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "paper_version_paper_id_version_pk" PRIMARY KEY("paper_id","version")
);
--> statement-breakpoint
CREATE TABLE "run" (
	"id" serial PRIMARY KEY NOT NULL,
	"target" text NOT NULL,
	"state" text NOT NULL,
	"report" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "brief" ADD CONSTRAINT "brief_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief" ADD CONSTRAINT "brief_paper_id_version_paper_version_paper_id_version_fk" FOREIGN KEY ("paper_id","version") REFERENCES "public"."paper_version"("paper_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_entry" ADD CONSTRAINT "digest_entry_digest_id_digest_id_fk" FOREIGN KEY ("digest_id") REFERENCES "public"."digest"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_entry" ADD CONSTRAINT "digest_entry_brief_id_brief_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."brief"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_brief_id_brief_id_fk" FOREIGN KEY ("brief_id") REFERENCES "public"."brief"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "full_text" ADD CONSTRAINT "full_text_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing" ADD CONSTRAINT "listing_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_call" ADD CONSTRAINT "model_call_run_id_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_version" ADD CONSTRAINT "paper_version_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "brief_paper" ON "brief" USING btree ("paper_id","form");--> statement-breakpoint
CREATE INDEX "digest_entry_paper" ON "digest_entry" USING btree ("paper_id");--> statement-breakpoint
CREATE INDEX "finding_brief" ON "finding" USING btree ("brief_id");--> statement-breakpoint
CREATE INDEX "listing_date" ON "listing" USING btree ("date","source");--> statement-breakpoint
CREATE INDEX "model_call_run" ON "model_call" USING btree ("run_id");