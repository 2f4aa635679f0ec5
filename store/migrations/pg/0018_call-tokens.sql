CREATE TABLE "call_tokens" (
	"token" text collate "C" PRIMARY KEY NOT NULL,
	"call" json NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "call_tokens_at" ON "call_tokens" USING btree ("at");