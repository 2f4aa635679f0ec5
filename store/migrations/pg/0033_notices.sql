CREATE TABLE "held_notices" (
	"dedupe_key" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"topic" text collate "C" NOT NULL,
	"card" json NOT NULL,
	"due_at" bigint,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "escalate_at" bigint;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "digest_at" text collate "C";--> statement-breakpoint
ALTER TABLE "held_notices" ADD CONSTRAINT "held_notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "held_notices_due" ON "held_notices" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "held_notices_person" ON "held_notices" USING btree ("person_id","at");