ALTER TABLE `approvals` ADD `told` integer;--> statement-breakpoint
ALTER TABLE `approvals` ADD `currency` text;--> statement-breakpoint
ALTER TABLE `deal_versions` ADD `told` integer;--> statement-breakpoint
ALTER TABLE `deal_versions` ADD `currency` text;--> statement-breakpoint
ALTER TABLE `deals` ADD `told` integer;--> statement-breakpoint
ALTER TABLE `deals` ADD `currency` text;--> statement-breakpoint
ALTER TABLE `leads` ADD `told` integer;--> statement-breakpoint
ALTER TABLE `leads` ADD `currency` text;