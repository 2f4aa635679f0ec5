CREATE TABLE `targets` (
	`id` text PRIMARY KEY NOT NULL,
	`scope` text NOT NULL,
	`owner_id` text NOT NULL,
	`month` text NOT NULL,
	`metric` text NOT NULL,
	`value` integer NOT NULL,
	`stretch` integer,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `targets_one` ON `targets` (`month`,`scope`,`owner_id`,`metric`);--> statement-breakpoint
CREATE INDEX `targets_owner` ON `targets` (`owner_id`);