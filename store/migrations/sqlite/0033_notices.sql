CREATE TABLE `held_notices` (
	`dedupe_key` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`topic` text NOT NULL,
	`card` text NOT NULL,
	`due_at` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `held_notices_due` ON `held_notices` (`due_at`);--> statement-breakpoint
CREATE INDEX `held_notices_person` ON `held_notices` (`person_id`,`at`);--> statement-breakpoint
ALTER TABLE `approvals` ADD `escalate_at` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `digest_at` text;