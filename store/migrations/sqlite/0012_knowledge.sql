CREATE TABLE `article_terms` (
	`term` text NOT NULL,
	`article_id` text NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`term`, `article_id`)
);
--> statement-breakpoint
CREATE INDEX `article_terms_article` ON `article_terms` (`article_id`);--> statement-breakpoint
CREATE TABLE `articles` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`tags` text NOT NULL,
	`stage` text,
	`source_key` text,
	`author_id` text,
	`removed` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_no_unique` ON `articles` (`no`);--> statement-breakpoint
CREATE UNIQUE INDEX `articles_source_key_unique` ON `articles` (`source_key`);--> statement-breakpoint
CREATE INDEX `articles_stage` ON `articles` (`stage`);--> statement-breakpoint
CREATE TABLE `open_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`asked_by` text NOT NULL,
	`team_id` text,
	`times` integer NOT NULL,
	`answered_by` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `open_questions_team` ON `open_questions` (`answered_by`,`team_id`,`created_at`);