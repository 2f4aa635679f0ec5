ALTER TABLE "talks" ADD COLUMN "labels" json;--> statement-breakpoint
ALTER TABLE "talks" ADD COLUMN "labels_at" bigint;