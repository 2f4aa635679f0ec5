CREATE TABLE "view_rows" (
	"platform" text collate "C" NOT NULL,
	"place_external_id" text collate "C" NOT NULL,
	"message_id" text collate "C" NOT NULL,
	"place" integer NOT NULL,
	"record" text collate "C" NOT NULL,
	"rights" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "view_rows_platform_place_external_id_message_id_place_pk" PRIMARY KEY("platform","place_external_id","message_id","place")
);
--> statement-breakpoint
ALTER TABLE "posted_cards" ADD COLUMN "call" json;--> statement-breakpoint
ALTER TABLE "posted_cards" ADD COLUMN "audience" json;--> statement-breakpoint
ALTER TABLE "posted_cards" ADD COLUMN "moment" bigint;--> statement-breakpoint
ALTER TABLE "posted_cards" ADD COLUMN "act_id" text collate "C";--> statement-breakpoint
ALTER TABLE "posted_cards" ADD COLUMN "card" json;--> statement-breakpoint
ALTER TABLE "posted_cards" ADD COLUMN "sent_hash" text collate "C";--> statement-breakpoint
ALTER TABLE "posted_cards" ADD COLUMN "redrawn_at" bigint;--> statement-breakpoint
CREATE INDEX "view_rows_record" ON "view_rows" USING btree ("record","at");--> statement-breakpoint
CREATE INDEX "view_rows_at" ON "view_rows" USING btree ("at");