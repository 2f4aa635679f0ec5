CREATE TABLE `collaborators` (
	`customer_id` text NOT NULL,
	`person_id` text NOT NULL,
	`added_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`customer_id`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `collaborators_person` ON `collaborators` (`person_id`);--> statement-breakpoint
CREATE TABLE `sights` (
	`person_id` text NOT NULL,
	`record_type` text NOT NULL,
	`record_id` text NOT NULL,
	`day` text NOT NULL,
	`owner_id` text,
	`times` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `record_type`, `day`, `record_id`)
);
--> statement-breakpoint
CREATE INDEX `sights_owner` ON `sights` (`owner_id`,`at`);--> statement-breakpoint
CREATE INDEX `sights_at` ON `sights` (`at`);--> statement-breakpoint
ALTER TABLE `teams` ADD `parent_id` text;