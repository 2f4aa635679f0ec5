ALTER TABLE "people" ADD COLUMN "away_from" bigint;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "away_until" bigint;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "lead_credit" integer DEFAULT 0 NOT NULL;