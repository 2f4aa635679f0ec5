ALTER TABLE `events` ADD `place_id` text;--> statement-breakpoint
ALTER TABLE `follow_ups` ADD `is_private` integer DEFAULT false NOT NULL CONSTRAINT "follow_ups_is_private_check" CHECK("is_private" in (0, 1));
