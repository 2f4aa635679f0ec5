ALTER TABLE "events" ADD COLUMN "place_id" text collate "C";--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "is_private" boolean DEFAULT false NOT NULL;