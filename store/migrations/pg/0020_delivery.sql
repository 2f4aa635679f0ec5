CREATE TABLE "unreached" (
	"dedupe_key" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"topic" text collate "C" NOT NULL,
	"card" json NOT NULL,
	"at" bigint NOT NULL,
	"reported_at" bigint
);
--> statement-breakpoint
ALTER TABLE "inbox" ADD COLUMN "state" text collate "C" DEFAULT 'done' NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox" ADD COLUMN "incoming" json;--> statement-breakpoint
ALTER TABLE "inbox" ADD COLUMN "turn" text collate "C";--> statement-breakpoint
ALTER TABLE "inbox" ADD COLUMN "holder" text collate "C";--> statement-breakpoint
ALTER TABLE "inbox" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox" ADD COLUMN "not_before" bigint;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "refusals" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "tried_at" bigint;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "reported_at" bigint;--> statement-breakpoint
ALTER TABLE "unreached" ADD CONSTRAINT "unreached_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unreached_person" ON "unreached" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "unreached_at" ON "unreached" USING btree ("at");--> statement-breakpoint
CREATE INDEX "inbox_open" ON "inbox" USING btree ("turn") WHERE "turn" is not null;--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_state_check" CHECK ("state" in ('received', 'done'));