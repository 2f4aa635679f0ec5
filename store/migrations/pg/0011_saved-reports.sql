CREATE TABLE "saved_reports" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text collate "C" NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"slice" text collate "C" NOT NULL,
	"team_id" text collate "C",
	"cron" text collate "C",
	"removed_at" bigint,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "saved_reports_person" ON "saved_reports" USING btree ("person_id","removed_at");--> statement-breakpoint
CREATE INDEX "saved_reports_team" ON "saved_reports" USING btree ("team_id","removed_at");