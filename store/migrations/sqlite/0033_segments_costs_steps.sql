CREATE TABLE `segment_sizes` (
	`segment_id` text NOT NULL,
	`day` text NOT NULL,
	`size` integer NOT NULL,
	PRIMARY KEY(`segment_id`, `day`),
	FOREIGN KEY (`segment_id`) REFERENCES `segments`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `segments` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`person_id` text NOT NULL,
	`filters` text NOT NULL,
	`removed_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `segments_person` ON `segments` (`person_id`,`removed_at`);--> statement-breakpoint
CREATE TABLE `source_costs` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`month` text NOT NULL,
	`amount` integer NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `source_costs_one` ON `source_costs` (`month`,`source`);--> statement-breakpoint
ALTER TABLE `tasks` ADD `step` text;