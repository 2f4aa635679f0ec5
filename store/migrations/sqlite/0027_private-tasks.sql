ALTER TABLE `tasks` ADD `is_private` integer DEFAULT false NOT NULL CONSTRAINT "tasks_is_private_check" CHECK("is_private" in (0, 1));--> statement-breakpoint
UPDATE `tasks` SET `is_private` = 1;
