CREATE TABLE "calls" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C",
	"team_id" text collate "C",
	"period" text collate "C" NOT NULL,
	"commit" bigint NOT NULL,
	"best" bigint,
	"said_by" text collate "C" NOT NULL,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deal_forecasts" (
	"deal_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"ever" integer NOT NULL,
	"soon" integer NOT NULL,
	"stage" integer NOT NULL,
	"called" text collate "C",
	CONSTRAINT "deal_forecasts_deal_id_at_pk" PRIMARY KEY("deal_id","at")
);
--> statement-breakpoint
CREATE TABLE "forecast_models" (
	"as_of" bigint NOT NULL,
	"body" json NOT NULL,
	"id" text collate "C" PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "forecasts" (
	"team_id" text collate "C" NOT NULL,
	"period" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"until" bigint NOT NULL,
	"won" bigint NOT NULL,
	"stage" bigint NOT NULL,
	"commit" bigint NOT NULL,
	"best" bigint NOT NULL,
	"said" bigint,
	"model" bigint,
	"low" bigint,
	"high" bigint,
	"became" bigint,
	CONSTRAINT "forecasts_team_id_period_at_pk" PRIMARY KEY("team_id","period","at")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"team_id" text collate "C",
	"place_id" text collate "C" NOT NULL,
	"started_by" text collate "C" NOT NULL,
	"items" json NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sent_reports" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"team_id" text collate "C",
	"as_of" bigint NOT NULL,
	"process_version" integer NOT NULL,
	"hash" text collate "C" NOT NULL,
	"figures" json NOT NULL,
	"card" json NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deal_versions" ADD COLUMN "called" text collate "C";--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "called" text collate "C";--> statement-breakpoint
CREATE INDEX "calls_of" ON "calls" USING btree ("period","team_id","person_id");--> statement-breakpoint
CREATE INDEX "deal_forecasts_at" ON "deal_forecasts" USING btree ("at");--> statement-breakpoint
CREATE INDEX "forecasts_until" ON "forecasts" USING btree ("became","until");--> statement-breakpoint
CREATE INDEX "forecasts_team" ON "forecasts" USING btree ("team_id","until");--> statement-breakpoint
CREATE INDEX "meetings_place" ON "meetings" USING btree ("place_id","ended_at");--> statement-breakpoint
CREATE INDEX "sent_reports_of" ON "sent_reports" USING btree ("kind","team_id","as_of");