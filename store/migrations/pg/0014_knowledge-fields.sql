CREATE TABLE "first_steps" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"step" text collate "C" NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "product" text collate "C";--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "competitor" text collate "C";--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "url" text collate "C";--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "position" integer;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "draft_until" bigint;--> statement-breakpoint
ALTER TABLE "open_questions" ADD COLUMN "askers" json;--> statement-breakpoint
CREATE UNIQUE INDEX "first_steps_one" ON "first_steps" USING btree ("person_id","step");--> statement-breakpoint
CREATE INDEX "articles_competitor" ON "articles" USING btree ("competitor");--> statement-breakpoint
CREATE INDEX "articles_draft" ON "articles" USING btree ("draft_until");