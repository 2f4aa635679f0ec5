ALTER TABLE "places" ADD COLUMN "locale" text collate "C";--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_locale_check" CHECK ("locale" in ('zh', 'en'));