CREATE TABLE `view_rows` (
	`platform` text NOT NULL,
	`place_external_id` text NOT NULL,
	`message_id` text NOT NULL,
	`place` integer NOT NULL,
	`record` text NOT NULL,
	`rights` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`platform`, `place_external_id`, `message_id`, `place`)
);
--> statement-breakpoint
CREATE INDEX `view_rows_record` ON `view_rows` (`record`,`at`);--> statement-breakpoint
CREATE INDEX `view_rows_at` ON `view_rows` (`at`);--> statement-breakpoint
ALTER TABLE `posted_cards` ADD `call` text;--> statement-breakpoint
ALTER TABLE `posted_cards` ADD `audience` text;--> statement-breakpoint
ALTER TABLE `posted_cards` ADD `moment` integer;--> statement-breakpoint
ALTER TABLE `posted_cards` ADD `act_id` text;--> statement-breakpoint
ALTER TABLE `posted_cards` ADD `card` text;--> statement-breakpoint
ALTER TABLE `posted_cards` ADD `sent_hash` text;--> statement-breakpoint
ALTER TABLE `posted_cards` ADD `redrawn_at` integer;