ALTER TABLE "tasks" ADD COLUMN "is_private" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "tasks" SET "is_private" = true;
