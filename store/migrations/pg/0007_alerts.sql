CREATE TABLE "alerts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"dedupe_key" text collate "C" NOT NULL,
	"rule" text collate "C" NOT NULL,
	"mode" text collate "C" NOT NULL,
	"record_type" text collate "C" NOT NULL,
	"record_id" text collate "C" NOT NULL,
	"person_id" text collate "C",
	"team_id" text collate "C",
	"value" bigint,
	"why" json NOT NULL,
	"sent" text collate "C" NOT NULL,
	"digested_at" bigint,
	"at" bigint NOT NULL,
	"judge_at" bigint,
	"acted_at" bigint,
	"judged_at" bigint,
	CONSTRAINT "alerts_dedupe_key_unique" UNIQUE("dedupe_key")
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "silent_at" bigint;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "digest_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "alerts_rule" ON "alerts" USING btree ("rule","at");--> statement-breakpoint
CREATE INDEX "alerts_at" ON "alerts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "alerts_person" ON "alerts" USING btree ("person_id","sent","at");--> statement-breakpoint
CREATE INDEX "alerts_judge" ON "alerts" USING btree ("judge_at");--> statement-breakpoint
CREATE INDEX "customers_silent" ON "customers" USING btree ("silent_at");