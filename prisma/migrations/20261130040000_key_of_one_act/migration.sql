-- A key is one person's, for one act. Sent to another it collided with itself where it only stands for nothing.
ALTER TABLE "idempotency_key" DROP CONSTRAINT "idempotency_key_pkey";
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("person_id", "act", "key");
