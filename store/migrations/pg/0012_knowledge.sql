CREATE TABLE "article_terms" (
	"term" text collate "C" NOT NULL,
	"article_id" text collate "C" NOT NULL,
	"times" integer NOT NULL,
	CONSTRAINT "article_terms_term_article_id_pk" PRIMARY KEY("term","article_id")
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"no" integer NOT NULL,
	"title" text collate "C" NOT NULL,
	"body" text collate "C" NOT NULL,
	"tags" json NOT NULL,
	"stage" text collate "C",
	"source_key" text collate "C",
	"author_id" text collate "C",
	"removed" boolean NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "articles_no_unique" UNIQUE("no"),
	CONSTRAINT "articles_source_key_unique" UNIQUE("source_key")
);
--> statement-breakpoint
CREATE TABLE "open_questions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"words" text collate "C" NOT NULL,
	"asked_by" text collate "C" NOT NULL,
	"team_id" text collate "C",
	"times" integer NOT NULL,
	"answered_by" text collate "C",
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "article_terms_article" ON "article_terms" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "articles_stage" ON "articles" USING btree ("stage");--> statement-breakpoint
CREATE INDEX "open_questions_team" ON "open_questions" USING btree ("answered_by","team_id","created_at");