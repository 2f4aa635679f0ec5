CREATE TABLE "place_members" (
	"place_id" text collate "C" PRIMARY KEY NOT NULL,
	"ids" json NOT NULL,
	"has_outsiders" boolean NOT NULL,
	"listed_at" bigint,
	"asked_at" bigint,
	"trouble" text collate "C",
	"told_at" bigint
);
--> statement-breakpoint
ALTER TABLE "place_members" ADD CONSTRAINT "place_members_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE cascade ON UPDATE no action;