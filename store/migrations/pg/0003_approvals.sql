CREATE TABLE "approvals" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"deal_id" text collate "C" NOT NULL,
	"team_id" text collate "C",
	"stage" text collate "C" NOT NULL,
	"requested_by" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"status" text collate "C" NOT NULL,
	"votes" json NOT NULL,
	"reason" text collate "C",
	"remind_at" bigint,
	"expires_at" bigint NOT NULL,
	"decided_at" bigint,
	"version" integer NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "approvals_deal" ON "approvals" USING btree ("deal_id","status");--> statement-breakpoint
CREATE INDEX "approvals_remind" ON "approvals" USING btree ("status","remind_at");--> statement-breakpoint
CREATE INDEX "approvals_expire" ON "approvals" USING btree ("status","expires_at");