CREATE TABLE "sandbox_messages" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"place_external_id" text collate "C" NOT NULL,
	"turn" text collate "C" NOT NULL,
	"message" json NOT NULL
);
--> statement-breakpoint
CREATE INDEX "sandbox_messages_place" ON "sandbox_messages" USING btree ("place_external_id","turn");