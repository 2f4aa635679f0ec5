CREATE TABLE "talks" (
	"person_id" text collate "C" NOT NULL,
	"place_id" text collate "C" NOT NULL,
	"question" text collate "C",
	"asked_at" bigint,
	"misses" integer DEFAULT 0 NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "talks_person_id_place_id_pk" PRIMARY KEY("person_id","place_id")
);
--> statement-breakpoint
CREATE INDEX "talks_at" ON "talks" USING btree ("at");