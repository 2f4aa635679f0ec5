CREATE TABLE `call_tokens` (
	`token` text PRIMARY KEY NOT NULL,
	`call` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `call_tokens_at` ON `call_tokens` (`at`);