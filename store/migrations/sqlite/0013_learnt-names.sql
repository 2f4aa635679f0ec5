CREATE TABLE `learnt_names` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`key` text NOT NULL,
	`words` text NOT NULL,
	`customer_id` text NOT NULL,
	`contact_id` text,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `learnt_names_team` ON `learnt_names` (`team_id`,`key`);