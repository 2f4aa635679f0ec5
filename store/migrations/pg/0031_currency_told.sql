ALTER TABLE "approvals" ADD COLUMN "told" bigint;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "currency" text collate "C";--> statement-breakpoint
ALTER TABLE "deal_versions" ADD COLUMN "told" bigint;--> statement-breakpoint
ALTER TABLE "deal_versions" ADD COLUMN "currency" text collate "C";--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "told" bigint;--> statement-breakpoint
ALTER TABLE "deals" ADD COLUMN "currency" text collate "C";--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "told" bigint;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "currency" text collate "C";