CREATE TABLE `first_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`step` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `first_steps_one` ON `first_steps` (`person_id`,`step`);--> statement-breakpoint
ALTER TABLE `articles` ADD `product` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `competitor` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `url` text;--> statement-breakpoint
ALTER TABLE `articles` ADD `position` integer;--> statement-breakpoint
ALTER TABLE `articles` ADD `draft_until` integer;--> statement-breakpoint
CREATE INDEX `articles_competitor` ON `articles` (`competitor`);--> statement-breakpoint
CREATE INDEX `articles_draft` ON `articles` (`draft_until`);--> statement-breakpoint
ALTER TABLE `open_questions` ADD `askers` text;