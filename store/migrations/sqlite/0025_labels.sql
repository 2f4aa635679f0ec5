ALTER TABLE `talks` ADD `labels` text;--> statement-breakpoint
ALTER TABLE `talks` ADD `labels_at` integer;