CREATE TABLE "learnt_names" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"team_id" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"words" text collate "C" NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"contact_id" text collate "C",
	"person_id" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "learnt_names_team" ON "learnt_names" USING btree ("team_id","key");