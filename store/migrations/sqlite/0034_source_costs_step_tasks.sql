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