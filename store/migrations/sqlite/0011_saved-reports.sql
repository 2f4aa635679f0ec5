CREATE TABLE `saved_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`person_id` text NOT NULL,
	`slice` text NOT NULL,
	`team_id` text,
	`cron` text,
	`removed_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `saved_reports_person` ON `saved_reports` (`person_id`,`removed_at`);--> statement-breakpoint
CREATE INDEX `saved_reports_team` ON `saved_reports` (`team_id`,`removed_at`);