ALTER TABLE "drafts" DROP CONSTRAINT "drafts_person_id_place_id_pk";--> statement-breakpoint
ALTER TABLE "talks" DROP CONSTRAINT "talks_person_id_place_id_pk";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "thread" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "talks" ADD COLUMN "thread" text collate "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "talks" ADD COLUMN "subject" text collate "C";--> statement-breakpoint
ALTER TABLE "talks" ADD COLUMN "subject_at" bigint;--> statement-breakpoint
ALTER TABLE "talks" ADD COLUMN "report" json;--> statement-breakpoint
ALTER TABLE "talks" ADD COLUMN "report_at" bigint;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_person_id_place_id_thread_pk" PRIMARY KEY("person_id","place_id","thread");--> statement-breakpoint
ALTER TABLE "talks" ADD CONSTRAINT "talks_person_id_place_id_thread_pk" PRIMARY KEY("person_id","place_id","thread");