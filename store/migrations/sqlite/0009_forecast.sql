CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`team_id` text,
	`period` text NOT NULL,
	`commit` integer NOT NULL,
	`best` integer,
	`said_by` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `calls_of` ON `calls` (`period`,`team_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `deal_forecasts` (
	`deal_id` text NOT NULL,
	`at` integer NOT NULL,
	`ever` integer NOT NULL,
	`soon` integer NOT NULL,
	`stage` integer NOT NULL,
	`called` text,
	PRIMARY KEY(`deal_id`, `at`)
);
--> statement-breakpoint
CREATE INDEX `deal_forecasts_at` ON `deal_forecasts` (`at`);--> statement-breakpoint
CREATE TABLE `forecast_models` (
	`as_of` integer NOT NULL,
	`body` text NOT NULL,
	`id` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `forecasts` (
	`team_id` text NOT NULL,
	`period` text NOT NULL,
	`at` integer NOT NULL,
	`until` integer NOT NULL,
	`won` integer NOT NULL,
	`stage` integer NOT NULL,
	`commit` integer NOT NULL,
	`best` integer NOT NULL,
	`said` integer,
	`model` integer,
	`low` integer,
	`high` integer,
	`became` integer,
	PRIMARY KEY(`team_id`, `period`, `at`)
);
--> statement-breakpoint
CREATE INDEX `forecasts_until` ON `forecasts` (`became`,`until`);--> statement-breakpoint
CREATE INDEX `forecasts_team` ON `forecasts` (`team_id`,`until`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text,
	`place_id` text NOT NULL,
	`started_by` text NOT NULL,
	`items` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `meetings_place` ON `meetings` (`place_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `sent_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`team_id` text,
	`as_of` integer NOT NULL,
	`process_version` integer NOT NULL,
	`hash` text NOT NULL,
	`figures` text NOT NULL,
	`card` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sent_reports_of` ON `sent_reports` (`kind`,`team_id`,`as_of`);--> statement-breakpoint
ALTER TABLE `deal_versions` ADD `called` text;--> statement-breakpoint
ALTER TABLE `deals` ADD `called` text;