ALTER TABLE `people` ADD `away_from` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `away_until` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `lead_credit` integer DEFAULT 0 NOT NULL;