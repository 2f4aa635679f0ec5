CREATE TABLE `approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`deal_id` text NOT NULL,
	`team_id` text,
	`stage` text NOT NULL,
	`requested_by` text NOT NULL,
	`note` text NOT NULL,
	`status` text NOT NULL,
	`votes` text NOT NULL,
	`reason` text,
	`remind_at` integer,
	`expires_at` integer NOT NULL,
	`decided_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `approvals_deal` ON `approvals` (`deal_id`,`status`);--> statement-breakpoint
CREATE INDEX `approvals_remind` ON `approvals` (`status`,`remind_at`);--> statement-breakpoint
CREATE INDEX `approvals_expire` ON `approvals` (`status`,`expires_at`);